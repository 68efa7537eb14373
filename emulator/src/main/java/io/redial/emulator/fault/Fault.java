package io.redial.emulator.fault;

import io.redial.emulator.cloud.TaskFate;
import java.time.Duration;

/**
 * Something that goes wrong with one call. Immutable.
 *
 * <p>Each fault happens at one {@link Step} of a call, and a call meets at most one fault of each step, that of the eldest
 * rule that applies. So a call may be delayed and then fail, but it cannot fail in two ways.
 *
 * <p>A fault before the effect leaves no trace: the call is neither counted nor judged by a quota. A fault after the effect
 * happens only to calls that were carried out: one that is refused, or that fails, is answered and uses no such rule up.
 */
public sealed interface Fault {

    /** At which step of a call it happens. */
    Step step();

    /** The steps of a call, in their order. */
    enum Step {
        /** The request is on its way. */
        WAY_THERE,
        /** The request has arrived, and nothing of it has been looked at. */
        ARRIVAL,
        /** The time of its signature is judged, and dates its answer. */
        CLOCK,
        /** It is well signed, within its quota and has good parameters. */
        DECISION,
        /** It starts work on an instance. */
        WORK,
        /** It has been carried out, and the answer is handed over. */
        ANSWER,
        /** The answer is on its way. */
        WAY_BACK
    }

    /** On which side of the effect of a call something happens. */
    enum Moment {
        /** Nothing has been done yet, and nothing will be. */
        BEFORE,
        /** Everything has been done. */
        AFTER
    }

    /**
     * The request or its answer takes longer, by a time that is drawn evenly. A request is counted, and its time is judged,
     * when it has arrived.
     *
     * @param moment which of them
     * @param shortest the shortest delay
     * @param longest the longest delay, at most a day
     */
    record Delay(Moment moment, Duration shortest, Duration longest) implements Fault {
        /** Holds the delays against their range. */
        public Delay {
            if (shortest.isNegative() || shortest.compareTo(longest) > 0 || longest.compareTo(Limits.DAY) > 0) {
                throw new IllegalArgumentException(
                        "a delay goes up and lies between 0 and a day: " + shortest + " to " + longest);
            }
        }

        @Override
        public Step step() {
            return moment == Moment.BEFORE ? Step.WAY_THERE : Step.WAY_BACK;
        }
    }

    /**
     * The connection is closed without a byte of answer. Without a socket, an {@link java.io.IOException} is signalled.
     *
     * @param moment before or after the effect
     * @param reset whether the peer sees a reset (TCP RST) in place of an orderly end
     */
    record HangUp(Moment moment, boolean reset) implements Fault {
        @Override
        public Step step() {
            return Limits.step(moment);
        }
    }

    /**
     * Something in front of the cloud answers in its place.
     *
     * @param moment before or after the effect
     * @param status an HTTP status, 200 to 599
     * @param contentType the type of the body
     * @param body the body, sent as UTF-8
     */
    record Page(Moment moment, int status, String contentType, String body) implements Fault {
        /** Holds the status against its range. */
        public Page {
            Limits.within("an HTTP status", status, 200, 599);
            if (contentType.isBlank() || contentType.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("a content type is a line of ASCII");
            }
            Limits.within("the length of a page", body.length(), 0, Limits.MAX_PAGE);
        }

        @Override
        public Step step() {
            return Limits.step(moment);
        }
    }

    /**
     * The cloud answers with an error and does nothing else.
     *
     * @param code any error code, documented or not; a number for an action of API v2
     * @param message what it says for people
     */
    record Failure(String code, String message) implements Fault {
        @Override
        public Step step() {
            return Step.DECISION;
        }
    }

    /**
     * The cloud judges the time of the signature, and dates its answer, as if its clock were off. Everything else goes by
     * the right time.
     *
     * @param ahead how far its clock is ahead; negative when it is behind; at most 365 days
     */
    record WrongClock(Duration ahead) implements Fault {
        /** Holds the error against its range. */
        public WrongClock {
            if (ahead.abs().compareTo(Limits.YEAR) > 0) {
                throw new IllegalArgumentException("a clock is at most 365 days off, not " + ahead);
            }
        }

        @Override
        public Step step() {
            return Step.CLOCK;
        }
    }

    /**
     * The work that the call starts on instances that exist ends like this. A call that starts none uses no rule up. What
     * {@code nextTask} said of these instances is forgotten. For actions of API 3.0 only.
     *
     * @param fate what becomes of the work
     */
    record Work(TaskFate fate) implements Fault {
        @Override
        public Step step() {
            return Step.WORK;
        }
    }

    /**
     * The answer breaks off: the connection is closed after a part of its body. Without a socket, an
     * {@link java.io.IOException} is signalled.
     *
     * @param bytes how much of the body is sent, from 0; at least one byte of any answer is missing
     * @param chunked whether the body is sent in chunks, of which the last is missing, in place of a Content-Length that
     *     promises more
     */
    record CutOff(int bytes, boolean chunked) implements Fault {
        /** Holds the number against its range. */
        public CutOff {
            Limits.within("the part of a body that is sent", bytes, 0, Integer.MAX_VALUE);
        }

        @Override
        public Step step() {
            return Step.ANSWER;
        }
    }

    /**
     * The body of the answer drips: its bytes come one by one or in small groups. Without a socket, the answer comes whole,
     * when the last byte would have.
     *
     * @param bytesPerSecond how many bytes of it are sent in a second of the cloud's clock, 1 to 1,000,000,000
     */
    record SlowBody(int bytesPerSecond) implements Fault {
        /** Holds the rate against its range. */
        public SlowBody {
            Limits.within("a rate in bytes a second", bytesPerSecond, 1, 1_000_000_000);
        }

        /** How long so many bytes take. */
        public Duration time(int bytes) {
            return Duration.ofSeconds(bytes).dividedBy(bytesPerSecond);
        }

        @Override
        public Step step() {
            return Step.ANSWER;
        }
    }

    /** The request takes longer. */
    static Fault delay(Duration time) {
        return delay(time, time);
    }

    /** The request takes longer, by a time that is drawn from this range. */
    static Fault delay(Duration shortest, Duration longest) {
        return new Delay(Moment.BEFORE, shortest, longest);
    }

    /** The answer takes longer: everything has been done, and nobody knows. */
    static Fault lateAnswer(Duration time) {
        return new Delay(Moment.AFTER, time, time);
    }

    /** The connection is closed before anything is done. */
    static Fault dropped() {
        return new HangUp(Moment.BEFORE, false);
    }

    /** The connection is reset before anything is done. */
    static Fault reset() {
        return new HangUp(Moment.BEFORE, true);
    }

    /** Everything is done, and the connection is closed in place of an answer. */
    static Fault lostAnswer() {
        return new HangUp(Moment.AFTER, false);
    }

    /** Everything is done, and the connection is reset in place of an answer. */
    static Fault resetAnswer() {
        return new HangUp(Moment.AFTER, true);
    }

    /** A gateway answers with this status and this text, and nothing is done. */
    static Fault status(int status, String body) {
        return new Page(Moment.BEFORE, status, "text/plain; charset=utf-8", body);
    }

    /** A gateway answers with this status and a page for people, as gateways do, and nothing is done. */
    static Fault gatewayPage(int status) {
        return new Page(Moment.BEFORE, status, "text/html; charset=utf-8", Limits.gatewayPage(status));
    }

    /** An error of the API, and nothing is done. */
    static Fault failure(String code, String message) {
        return new Failure(code, message);
    }

    /** The cloud judges this call by a clock that is ahead, or behind if the time is negative. */
    static Fault wrongClock(Duration ahead) {
        return new WrongClock(ahead);
    }

    /** The work that this call starts ends like this. */
    static Fault work(TaskFate fate) {
        return new Work(fate);
    }

    /** The connection is closed after so many bytes of a body whose Content-Length promises more. */
    static Fault cutOff(int bytes) {
        return new CutOff(bytes, false);
    }

    /** The body comes at so many bytes a second. */
    static Fault slowBody(int bytesPerSecond) {
        return new SlowBody(bytesPerSecond);
    }
}
