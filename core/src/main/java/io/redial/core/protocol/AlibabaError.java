package io.redial.core.protocol;

import io.redial.core.error.CallSite;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireType;
import org.jspecify.annotations.Nullable;

/** What Alibaba says when it refuses a call. It also names the host that did; the error of the call knows it already. */
record AlibabaError(String code, String message, @Nullable String requestId) {
    static final WireType<AlibabaError> WIRE = WireType.of(
            (error, out) -> {
                throw new UnsupportedOperationException("an error is only read");
            },
            AlibabaError::read);

    ServiceException at(CallSite site, int httpStatus) {
        var ofCode = Refusal.of(code);
        // Codes are many and the status sorts them: what is 5xx is the server's fault, whatever it is called.
        var refusal = ofCode == Refusal.REJECTED && httpStatus >= 500 ? Refusal.SERVER_FAILURE : ofCode;
        return new ServiceException(site, code, message, requestId, refusal);
    }

    private static AlibabaError read(WireReader in) {
        String code = null;
        String message = null;
        String requestId = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.field()) {
                case "Code" -> code = in.string();
                case "Message" -> message = in.string();
                case "RequestId" -> requestId = in.string();
                default -> in.skip();
            }
        }
        if (code == null) {
            throw new UnreadableException("the document has no member 'Code'");
        }
        return new AlibabaError(code, message == null ? "" : message, requestId);
    }
}
