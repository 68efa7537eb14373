package io.redial.emulator.admin;

import static io.redial.emulator.admin.JsonBody.required;
import static io.redial.emulator.admin.JsonBody.wireName;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.TaskOutcome;
import io.redial.emulator.cloud.TaskOutcome.Ending;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.Fault.Moment;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of faults as JSON has them: each with fields of its own. */
enum FaultKind {
    DELAY(Fault.Delay.class, "moment", "shortest", "longest") {
        @Override
        Fault read(JsonBody wishes) {
            var shortest = required(wishes.duration("shortest"), "shortest");
            return new Fault.Delay(
                    moment(wishes), shortest, wishes.duration("longest").orElse(shortest));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var delay = (Fault.Delay) fault;
            row.put("moment", wireName(delay.moment()))
                    .put("shortest", delay.minDelay().toString())
                    .put("longest", delay.maxDelay().toString());
        }
    },
    HANG_UP(Fault.CloseConnection.class, "moment", "reset") {
        @Override
        Fault read(JsonBody wishes) {
            return new Fault.CloseConnection(
                    moment(wishes), wishes.bool("reset").orElse(false));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var cut = (Fault.CloseConnection) fault;
            row.put("moment", wireName(cut.moment())).put("reset", cut.reset());
        }
    },
    PAGE(Fault.GatewayResponse.class, "moment", "status", "contentType", "body") {
        @Override
        Fault read(JsonBody wishes) {
            var usual = (Fault.GatewayResponse)
                    Fault.respondWithGatewayPage(required(wishes.integer("status", 200, 599), "status"));
            return new Fault.GatewayResponse(
                    moment(wishes),
                    usual.status(),
                    wishes.text("contentType").orElse(usual.contentType()),
                    wishes.text("body").orElse(usual.body()));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var page = (Fault.GatewayResponse) fault;
            row.put("moment", wireName(page.moment()))
                    .put("status", page.status())
                    .put("contentType", page.contentType())
                    .put("body", page.body());
        }
    },
    FAILURE(Fault.ErrorResponse.class, "code", "message") {
        @Override
        Fault read(JsonBody wishes) {
            return Fault.respondWithError(
                    required(wishes.text("code"), "code"),
                    wishes.text("message").orElse("as it was told to"));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var failure = (Fault.ErrorResponse) fault;
            row.put("code", failure.code()).put("message", failure.message());
        }
    },
    WRONG_CLOCK(Fault.ClockSkew.class, "ahead") {
        @Override
        Fault read(JsonBody wishes) {
            return Fault.skewClock(required(wishes.duration("ahead"), "ahead"));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            row.put("ahead", ((Fault.ClockSkew) fault).offset().toString());
        }
    },
    WORK(Fault.ForcedTaskOutcome.class, "ending", "message", "takes") {
        @Override
        Fault read(JsonBody wishes) {
            return Fault.forceTaskOutcome(taskOutcome(wishes));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var fate = ((Fault.ForcedTaskOutcome) fault).outcome();
            var time = fate.duration();
            row.put("ending", wireName(fate.ending()))
                    .put("message", fate.message())
                    .put("takes", time == null ? null : time.toString());
        }
    },
    CUT_OFF(Fault.TruncatedBody.class, "bytes", "chunked") {
        @Override
        Fault read(JsonBody wishes) {
            return new Fault.TruncatedBody(
                    required(wishes.integer("bytes", 0, Integer.MAX_VALUE), "bytes"),
                    wishes.bool("chunked").orElse(false));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var cut = (Fault.TruncatedBody) fault;
            row.put("bytes", cut.bytes()).put("chunked", cut.chunked());
        }
    },
    SLOW_BODY(Fault.SlowBody.class, "bytesPerSecond") {
        @Override
        Fault read(JsonBody wishes) {
            return Fault.slowDownBody(
                    required(wishes.integer("bytesPerSecond", 1, Integer.MAX_VALUE), "bytesPerSecond"));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            row.put("bytesPerSecond", ((Fault.SlowBody) fault).bytesPerSecond());
        }
    };

    private final Class<? extends Fault> type;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> fields;

    FaultKind(Class<? extends Fault> type, String... fields) {
        this.type = type;
        this.fields = List.of(fields);
    }

    /** The fields that only this kind has. */
    List<String> fields() {
        return fields;
    }

    abstract Fault read(JsonBody wishes);

    abstract void write(Fault fault, ObjectNode row);

    static FaultKind of(Fault fault) {
        return Stream.of(values())
                .filter(kind -> kind.type.isInstance(fault))
                .findFirst()
                .orElseThrow();
    }

    /** What becomes of work, as faults and the next task of an instance have it. */
    static TaskOutcome taskOutcome(JsonBody wishes) {
        return new TaskOutcome(
                required(wishes.enumValue("ending", Ending.class), "ending"),
                wishes.text("message").orElse(""),
                wishes.duration("takes").orElse(null));
    }

    private static Moment moment(JsonBody wishes) {
        return wishes.enumValue("moment", Moment.class).orElse(Moment.BEFORE);
    }
}
