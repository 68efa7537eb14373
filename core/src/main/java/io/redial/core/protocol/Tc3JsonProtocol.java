package io.redial.core.protocol;

import io.redial.core.Action;
import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.ServiceException;
import io.redial.core.error.UnreadableAnswerException;
import io.redial.core.signature.Tc3Signer;
import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import io.redial.core.wire.WireType;
import io.redial.core.wire.WireWriter;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * Tencent Cloud API 3.0: JSON by POST, signed with TC3-HMAC-SHA256.
 *
 * <p>Success and refusal both come with HTTP 200; a refusal is an answer whose {@code Response} has an {@code Error}.
 *
 * <p>Source: TencentDB for Redis API 3.0 reference, chapters "Request Structure", "Common Params" and "Responses".
 */
public final class Tc3JsonProtocol implements Protocol {
    private final Tc3Signer signer;
    private final UnknownFields unknownFields;

    private Tc3JsonProtocol(String service, UnknownFields unknownFields) {
        this.signer = new Tc3Signer(service);
        this.unknownFields = unknownFields;
    }

    /** For applications: passes over fields that this version does not know. */
    public static Tc3JsonProtocol forService(String service) {
        return new Tc3JsonProtocol(service, UnknownFields.SKIP);
    }

    /** For tests: a field that this version does not know makes an answer unreadable. */
    public static Tc3JsonProtocol strictForService(String service) {
        return new Tc3JsonProtocol(service, UnknownFields.REFUSE);
    }

    @Override
    public <O extends ApiResponse> HttpCall encode(
            ApiRequest<O> request, Target target, Credentials credentials, Instant time) {
        var action = request.action();
        var body = body(request);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", target.host());
        headers.put("Content-Type", Tc3Signer.CONTENT_TYPE);
        headers.put("X-TC-Action", action.name());
        headers.put("X-TC-Version", action.version());
        headers.put("X-TC-Region", target.region());
        headers.put("X-TC-Timestamp", Long.toString(time.getEpochSecond()));
        headers.put("Authorization", signer.authorization(credentials, target.host(), body, time));
        if (credentials.token() != null) {
            headers.put("X-TC-Token", credentials.token());
        }
        return new HttpCall("POST", target.endpoint().resolve("/"), headers, body);
    }

    /** An action's wire type fits its own requests: {@code request.action()} is the proof. */
    @SuppressWarnings("unchecked")
    private static <O extends ApiResponse> byte[] body(ApiRequest<O> request) {
        return WireWriter.bytes(
                request, (WireType<ApiRequest<O>>) request.action().request());
    }

    @Override
    public <O extends ApiResponse> O decode(Action<?, O> action, Target target, HttpAnswer answer) {
        if (answer.status() != 200) {
            throw unreadable(action, target, answer, "where only HTTP 200 is an answer");
        }
        var envelope = new Envelope<>(action.response(), unknownFields);
        O response;
        try {
            response = WireReader.read(answer.body(), envelope, envelope);
        } catch (UnreadableException e) {
            throw unreadable(action, target, answer, String.valueOf(e.getMessage()));
        }
        var error = envelope.error();
        if (error != null) {
            throw new ServiceException(
                    target.callSite(action.name()), error.code(), error.message(), response.requestId());
        }
        return response;
    }

    private static UnreadableAnswerException unreadable(
            Action<?, ?> action, Target target, HttpAnswer answer, String problem) {
        return new UnreadableAnswerException(
                target.callSite(action.name()), answer.status(), answer.contentType(), answer.text(), problem);
    }
}
