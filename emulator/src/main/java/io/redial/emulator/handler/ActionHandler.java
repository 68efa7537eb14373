package io.redial.emulator.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.protocol.ActionRequest;

/** What one action does. Runs on an event loop and must not wait. */
@FunctionalInterface
public interface ActionHandler {

    /**
     * Does it.
     *
     * @param call the call, whose parameters are as documented
     * @param cloud what the account has in the region that the call asks in
     * @return the fields of the answer, without the request id; the caller owns it
     * @throws io.redial.emulator.protocol.ApiError if it cannot be done
     */
    ObjectNode handle(ActionRequest call, Cloud cloud);
}
