package io.redial.emulator.aliyun;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;

/** What one action does. Runs on an event loop and must not wait. */
@FunctionalInterface
interface KvStoreActionHandler {

    /**
     * Does it.
     *
     * @return the fields of the answer, without the request id; the caller owns it
     */
    ObjectNode handle(KvStoreRequest call, Cloud cloud);
}
