package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;

/**
 * How an action is said in API 3.0.
 *
 * @param action its name
 * @param successor the action of API 3.0 that does what it does
 * @param question makes the parameters of that action
 * @param reply makes the fields of the answer
 */
record Translation(String action, String successor, Question question, Reply reply) {

    /** Makes parameters. */
    @FunctionalInterface
    interface Question {
        ObjectNode parameters(CrsCall call, Cloud cloud);
    }

    /** Makes fields, out of the answer of the successor. */
    @FunctionalInterface
    interface Reply {
        ObjectNode fields(ObjectNode answer, CrsCall call, Cloud cloud);
    }
}
