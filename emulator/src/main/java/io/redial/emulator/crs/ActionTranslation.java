package io.redial.emulator.crs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.Cloud;

/**
 * How an action is said in API 3.0.
 *
 * @param action its name
 * @param successorAction the action of API 3.0 that does what it does
 * @param request makes the parameters of that action
 * @param response makes the fields of the answer
 */
record ActionTranslation(
        String action, String successorAction, RequestTranslator request, ResponseTranslator response) {

    /** Makes parameters. */
    @FunctionalInterface
    interface RequestTranslator {
        ObjectNode parameters(CrsRequest call, Cloud cloud);
    }

    /** Makes fields, out of the answer of the successor. */
    @FunctionalInterface
    interface ResponseTranslator {
        ObjectNode fields(ObjectNode answer, CrsRequest call, Cloud cloud);
    }
}
