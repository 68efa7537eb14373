package io.redial.emulator.alibaba;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;

/** What one action does. Runs on an event loop and must not wait. */
@FunctionalInterface
interface KvStoreAction {

    /**
     * Does it.
     *
     * @return the fields of the answer, without the request id; the caller owns it
     */
    ObjectNode answer(KvStoreCall call, Cloud cloud);
}
