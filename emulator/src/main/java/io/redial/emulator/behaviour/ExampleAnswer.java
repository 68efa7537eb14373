package io.redial.emulator.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.ActionSpec;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.Call;

/** Answers with the documented example, whatever was asked. */
record ExampleAnswer(ActionSpec spec, ObjectNode example) implements Behaviour {
    @Override
    public String action() {
        return spec.name();
    }

    @Override
    public ObjectNode answer(Call call, Cloud cloud) {
        return example.deepCopy();
    }
}
