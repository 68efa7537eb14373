package io.redial.emulator.alibaba;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.catalog.Rate;
import io.redial.emulator.cloud.Cloud;
import io.redial.emulator.door.AccessKey;
import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Door;
import io.redial.emulator.door.Form;
import io.redial.emulator.door.JsonText;
import io.redial.emulator.door.Punctuality;
import io.redial.emulator.door.QuotaCheck;
import io.redial.emulator.door.Refusal;
import io.redial.emulator.door.Reply;
import io.redial.emulator.door.RequestIds;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Alibaba's R-KVStore. An error comes with an HTTP status of its own. */
public final class KvStoreDoor implements Door {
    /** What stands before the name of an action where it is counted. */
    public static final String PREFIX = "alibaba.";

    /** How far the time of a request may be off, as Alibaba's pages on signatures say. */
    private static final int TOLERANCE_SECONDS = 900;

    private static final String MODIFY = "ModifyInstanceSpec";
    private static final String DESCRIBE = "DescribeInstanceAttribute";
    private static final Map<String, KvStoreAction> ACTIONS =
            Map.of(MODIFY, new ModifyInstanceSpec(), DESCRIBE, new DescribeInstanceAttribute());

    private final KvStoreFrontDoor door;
    private final Supplier<Cloud> cloud;
    private final RequestIds ids;

    /**
     * A door for one account.
     *
     * @param millis the server's clock, in milliseconds since 1970
     * @param cloud what the account has now
     */
    public KvStoreDoor(AccessKey key, LongSupplier millis, QuotaCheck quotas, Supplier<Cloud> cloud, RequestIds ids) {
        this.door = new KvStoreFrontDoor(ACTIONS, key, new Punctuality(TOLERANCE_SECONDS, millis), quotas);
        this.cloud = cloud;
        this.ids = ids;
    }

    /** What each action allows, under its name with the prefix. No document gives a figure; Alibaba counts by the minute. */
    public static Map<String, Rate> rates() {
        var minute = Duration.ofSeconds(60);
        return Map.of(PREFIX + MODIFY, new Rate(60, minute), PREFIX + DESCRIBE, new Rate(600, minute));
    }

    @Override
    public boolean isFor(Arrival arrival) {
        return Acs3Letter.isOne(arrival)
                || arrival.header("x-acs-action").isPresent()
                || arrival.query().contains("SignatureVersion=")
                || (Form.isBodyOf(arrival) && arrival.text().contains("SignatureVersion="));
    }

    @Override
    public String action(Arrival arrival) {
        return letter(arrival)
                .flatMap(letter -> letter.common("Action"))
                .map(PREFIX::concat)
                .orElse("");
    }

    @Override
    public Work admit(Arrival arrival) {
        var call = door.admit(arrival);
        return () -> reply(
                arrival,
                200,
                call.values().getOrDefault("Action", "") + "Response",
                call.action().answer(call, cloud.get()));
    }

    @Override
    public Reply refuse(Arrival arrival, Refusal refusal) {
        var error = KvStoreErrors.here(refusal);
        var fields = JsonNodeFactory.instance
                .objectNode()
                .put("HostId", arrival.host())
                .put("Code", error.code())
                .put("Message", error.text());
        return reply(arrival, KvStoreErrors.status(error), "Error", fields);
    }

    private Reply reply(Arrival arrival, int status, String root, ObjectNode fields) {
        fields.put("RequestId", ids.next().toUpperCase(Locale.ROOT));
        return Acs3Letter.isOne(arrival)
                        || letter(arrival).filter(Letter::wantsJson).isPresent()
                ? new Reply(status, "application/json;charset=utf-8", JsonText.bytes(fields))
                : new Reply(status, "text/xml;charset=utf-8", XmlText.bytes(root, fields));
    }

    /** Empty if the request cannot even be taken apart. */
    private static Optional<Letter> letter(Arrival arrival) {
        try {
            return Optional.of(Letter.of(arrival));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }
}
