package io.redial.emulator.aliyun;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Rate;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.protocol.AccessKey;
import io.redial.emulator.protocol.ApiError;
import io.redial.emulator.protocol.FormParameters;
import io.redial.emulator.protocol.IncomingRequest;
import io.redial.emulator.protocol.JsonBodyWriter;
import io.redial.emulator.protocol.OutgoingResponse;
import io.redial.emulator.protocol.ProtocolHandler;
import io.redial.emulator.protocol.QuotaCheck;
import io.redial.emulator.protocol.RequestIdGenerator;
import io.redial.emulator.protocol.TimestampValidator;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Alibaba's R-KVStore. An error comes with an HTTP status of its own. */
public final class KvStoreProtocolHandler implements ProtocolHandler {
    /** What stands before the name of an action where it is counted. */
    public static final String PREFIX = "alibaba.";

    /** How far the time of a request may be off, as Alibaba's pages on signatures say. */
    private static final int TOLERANCE_SECONDS = 900;

    private static final String MODIFY = "ModifyInstanceSpec";
    private static final String DESCRIBE = "DescribeInstanceAttribute";
    private static final Map<String, KvStoreActionHandler> ACTIONS =
            Map.of(MODIFY, new ModifyInstanceSpec(), DESCRIBE, new DescribeInstanceAttribute());

    private final KvStoreRequestAuthenticator authenticator;
    private final Supplier<Cloud> cloud;
    private final RequestIdGenerator ids;

    /**
     * A door for one account.
     *
     * @param millis the server's clock, in milliseconds since 1970
     * @param cloud what the account has now
     */
    public KvStoreProtocolHandler(
            AccessKey key, LongSupplier millis, QuotaCheck quotas, Supplier<Cloud> cloud, RequestIdGenerator ids) {
        this.authenticator = new KvStoreRequestAuthenticator(
                ACTIONS, key, new TimestampValidator(TOLERANCE_SECONDS, millis), quotas);
        this.cloud = cloud;
        this.ids = ids;
    }

    /** What each action allows, under its name with the prefix. No document gives a figure; Alibaba counts by the minute. */
    public static Map<String, Rate> defaultRates() {
        var minute = Duration.ofSeconds(60);
        return Map.of(PREFIX + MODIFY, new Rate(60, minute), PREFIX + DESCRIBE, new Rate(600, minute));
    }

    @Override
    public boolean matches(IncomingRequest arrival) {
        return Acs3SignedRequest.isAcs3(arrival)
                || arrival.header("x-acs-action").isPresent()
                || arrival.query().contains("SignatureVersion=")
                || (FormParameters.isFormBody(arrival) && arrival.bodyText().contains("SignatureVersion="));
    }

    @Override
    public String actionName(IncomingRequest arrival) {
        return signedRequest(arrival)
                .flatMap(letter -> letter.commonParameter("Action"))
                .map(PREFIX::concat)
                .orElse("");
    }

    @Override
    public PreparedRequest prepare(IncomingRequest arrival) {
        var call = authenticator.authenticate(arrival);
        return () -> response(
                arrival,
                200,
                call.parameters().getOrDefault("Action", "") + "Response",
                call.handler().handle(call, cloud.get()));
    }

    @Override
    public OutgoingResponse errorResponse(IncomingRequest arrival, ApiError refusal) {
        var error = KvStoreErrors.translate(refusal);
        var fields = JsonNodeFactory.instance
                .objectNode()
                .put("HostId", arrival.host())
                .put("Code", error.code())
                .put("Message", error.message());
        return response(arrival, KvStoreErrors.httpStatus(error), "Error", fields);
    }

    private OutgoingResponse response(IncomingRequest arrival, int status, String root, ObjectNode fields) {
        fields.put("RequestId", ids.next().toUpperCase(Locale.ROOT));
        return Acs3SignedRequest.isAcs3(arrival)
                        || signedRequest(arrival)
                                .filter(SignedRequest::isJsonRequested)
                                .isPresent()
                ? new OutgoingResponse(status, "application/json;charset=utf-8", JsonBodyWriter.write(fields))
                : new OutgoingResponse(status, "text/xml;charset=utf-8", XmlBodyWriter.write(root, fields));
    }

    /** Empty if the request cannot even be taken apart. */
    private static Optional<SignedRequest> signedRequest(IncomingRequest arrival) {
        try {
            return Optional.of(SignedRequest.of(arrival));
        } catch (ApiError unreadable) {
            return Optional.empty();
        }
    }
}
