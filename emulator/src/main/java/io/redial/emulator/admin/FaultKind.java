package io.redial.emulator.admin;

import static io.redial.emulator.admin.Wishes.needed;
import static io.redial.emulator.admin.Wishes.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.TaskFate;
import io.redial.emulator.cloud.TaskFate.Ending;
import io.redial.emulator.fault.Fault;
import io.redial.emulator.fault.Fault.Moment;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of faults as JSON has them: each with fields of its own. */
enum FaultKind {
    DELAY(Fault.Delay.class, "moment", "shortest", "longest") {
        @Override
        Fault read(Wishes wishes) {
            var shortest = needed(wishes.time("shortest"), "shortest");
            return new Fault.Delay(
                    moment(wishes), shortest, wishes.time("longest").orElse(shortest));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var delay = (Fault.Delay) fault;
            row.put("moment", word(delay.moment()))
                    .put("shortest", delay.shortest().toString())
                    .put("longest", delay.longest().toString());
        }
    },
    HANG_UP(Fault.HangUp.class, "moment", "reset") {
        @Override
        Fault read(Wishes wishes) {
            return new Fault.HangUp(moment(wishes), wishes.flag("reset").orElse(false));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var cut = (Fault.HangUp) fault;
            row.put("moment", word(cut.moment())).put("reset", cut.reset());
        }
    },
    PAGE(Fault.Page.class, "moment", "status", "contentType", "body") {
        @Override
        Fault read(Wishes wishes) {
            var usual = (Fault.Page) Fault.gatewayPage(needed(wishes.whole("status", 200, 599), "status"));
            return new Fault.Page(
                    moment(wishes),
                    usual.status(),
                    wishes.text("contentType").orElse(usual.contentType()),
                    wishes.text("body").orElse(usual.body()));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var page = (Fault.Page) fault;
            row.put("moment", word(page.moment()))
                    .put("status", page.status())
                    .put("contentType", page.contentType())
                    .put("body", page.body());
        }
    },
    FAILURE(Fault.Failure.class, "code", "message") {
        @Override
        Fault read(Wishes wishes) {
            return Fault.failure(
                    needed(wishes.text("code"), "code"), wishes.text("message").orElse("as it was told to"));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var failure = (Fault.Failure) fault;
            row.put("code", failure.code()).put("message", failure.message());
        }
    },
    WRONG_CLOCK(Fault.WrongClock.class, "ahead") {
        @Override
        Fault read(Wishes wishes) {
            return Fault.wrongClock(needed(wishes.time("ahead"), "ahead"));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            row.put("ahead", ((Fault.WrongClock) fault).ahead().toString());
        }
    },
    WORK(Fault.Work.class, "ending", "message", "takes") {
        @Override
        Fault read(Wishes wishes) {
            return Fault.work(fate(wishes));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var fate = ((Fault.Work) fault).fate();
            var time = fate.duration();
            row.put("ending", word(fate.ending()))
                    .put("message", fate.message())
                    .put("takes", time == null ? null : time.toString());
        }
    },
    CUT_OFF(Fault.CutOff.class, "bytes", "chunked") {
        @Override
        Fault read(Wishes wishes) {
            return new Fault.CutOff(
                    needed(wishes.whole("bytes", 0, Integer.MAX_VALUE), "bytes"),
                    wishes.flag("chunked").orElse(false));
        }

        @Override
        void write(Fault fault, ObjectNode row) {
            var cut = (Fault.CutOff) fault;
            row.put("bytes", cut.bytes()).put("chunked", cut.chunked());
        }
    },
    SLOW_BODY(Fault.SlowBody.class, "bytesPerSecond") {
        @Override
        Fault read(Wishes wishes) {
            return Fault.slowBody(needed(wishes.whole("bytesPerSecond", 1, Integer.MAX_VALUE), "bytesPerSecond"));
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

    abstract Fault read(Wishes wishes);

    abstract void write(Fault fault, ObjectNode row);

    static FaultKind of(Fault fault) {
        return Stream.of(values())
                .filter(kind -> kind.type.isInstance(fault))
                .findFirst()
                .orElseThrow();
    }

    /** What becomes of work, as faults and the next task of an instance have it. */
    static TaskFate fate(Wishes wishes) {
        return new TaskFate(
                needed(wishes.choice("ending", Ending.class), "ending"),
                wishes.text("message").orElse(""),
                wishes.time("takes").orElse(null));
    }

    private static Moment moment(Wishes wishes) {
        return wishes.choice("moment", Moment.class).orElse(Moment.BEFORE);
    }
}
