package io.redial.emulator.fault;

import io.redial.emulator.cloud.TaskOutcome;
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
        REQUEST_TRANSIT,
        /** The request has arrived, and nothing of it has been looked at. */
        REQUEST_RECEIVED,
        /** The time of its signature is judged, and dates its answer. */
        TIMESTAMP_CHECK,
        /** It is well signed, within its quota and has good parameters. */
        REQUEST_ACCEPTED,
        /** It starts work on an instance. */
        TASK_START,
        /** It has been carried out, and the answer is handed over. */
        RESPONSE_READY,
        /** The answer is on its way. */
        RESPONSE_TRANSIT
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
     * @param minDelay the shortest delay
     * @param maxDelay the longest delay, at most a day
     */
    record Delay(Moment moment, Duration minDelay, Duration maxDelay) implements Fault {
        /** Holds the delays against their range. */
        public Delay {
            if (minDelay.isNegative()
                    || minDelay.compareTo(maxDelay) > 0
                    || maxDelay.compareTo(FaultChecks.MAX_DELAY) > 0) {
                throw new IllegalArgumentException(
                        "a delay goes up and lies between 0 and a day: " + minDelay + " to " + maxDelay);
            }
        }

        @Override
        public Step step() {
            return moment == Moment.BEFORE ? Step.REQUEST_TRANSIT : Step.RESPONSE_TRANSIT;
        }
    }

    /**
     * The connection is closed without a byte of answer. Without a socket, an {@link java.io.IOException} is signalled.
     *
     * @param moment before or after the effect
     * @param reset whether the peer sees a reset (TCP RST) in place of an orderly end
     */
    record CloseConnection(Moment moment, boolean reset) implements Fault {
        @Override
        public Step step() {
            return FaultChecks.stepOf(moment);
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
    record GatewayResponse(Moment moment, int status, String contentType, String body) implements Fault {
        /** Holds the status against its range. */
        public GatewayResponse {
            FaultChecks.requireInRange("an HTTP status", status, 200, 599);
            if (contentType.isBlank() || contentType.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("a content type is a line of ASCII");
            }
            FaultChecks.requireInRange("the length of a page", body.length(), 0, FaultChecks.MAX_BODY_LENGTH);
        }

        @Override
        public Step step() {
            return FaultChecks.stepOf(moment);
        }
    }

    /**
     * The cloud answers with an error and does nothing else.
     *
     * @param code any error code, documented or not; a number for an action of API v2
     * @param message what it says for people
     */
    record ErrorResponse(String code, String message) implements Fault {
        @Override
        public Step step() {
            return Step.REQUEST_ACCEPTED;
        }
    }

    /**
     * The cloud judges the time of the signature, and dates its answer, as if its clock were off. Everything else goes by
     * the right time.
     *
     * @param offset how far its clock is ahead; negative when it is behind; at most 365 days
     */
    record ClockSkew(Duration offset) implements Fault {
        /** Holds the error against its range. */
        public ClockSkew {
            if (offset.abs().compareTo(FaultChecks.MAX_CLOCK_OFFSET) > 0) {
                throw new IllegalArgumentException("a clock is at most 365 days off, not " + offset);
            }
        }

        @Override
        public Step step() {
            return Step.TIMESTAMP_CHECK;
        }
    }

    /**
     * The work that the call starts on instances that exist ends like this. A call that starts none uses no rule up. What
     * {@code nextTask} said of these instances is forgotten. For actions of API 3.0 only.
     *
     * @param outcome what becomes of the work
     */
    record ForcedTaskOutcome(TaskOutcome outcome) implements Fault {
        @Override
        public Step step() {
            return Step.TASK_START;
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
    record TruncatedBody(int bytes, boolean chunked) implements Fault {
        /** Holds the number against its range. */
        public TruncatedBody {
            FaultChecks.requireInRange("the part of a body that is sent", bytes, 0, Integer.MAX_VALUE);
        }

        @Override
        public Step step() {
            return Step.RESPONSE_READY;
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
            FaultChecks.requireInRange("a rate in bytes a second", bytesPerSecond, 1, 1_000_000_000);
        }

        /** How long so many bytes take. */
        public Duration transferTime(int bytes) {
            return Duration.ofSeconds(bytes).dividedBy(bytesPerSecond);
        }

        @Override
        public Step step() {
            return Step.RESPONSE_READY;
        }
    }

    /** The request takes longer. */
    static Fault delayRequest(Duration time) {
        return delayRequest(time, time);
    }

    /** The request takes longer, by a time that is drawn from this range. */
    static Fault delayRequest(Duration shortest, Duration longest) {
        return new Delay(Moment.BEFORE, shortest, longest);
    }

    /** The answer takes longer: everything has been done, and nobody knows. */
    static Fault delayResponse(Duration time) {
        return new Delay(Moment.AFTER, time, time);
    }

    /** The connection is closed before anything is done. */
    static Fault dropRequest() {
        return new CloseConnection(Moment.BEFORE, false);
    }

    /** The connection is reset before anything is done. */
    static Fault resetOnRequest() {
        return new CloseConnection(Moment.BEFORE, true);
    }

    /** Everything is done, and the connection is closed in place of an answer. */
    static Fault loseResponse() {
        return new CloseConnection(Moment.AFTER, false);
    }

    /** Everything is done, and the connection is reset in place of an answer. */
    static Fault resetOnResponse() {
        return new CloseConnection(Moment.AFTER, true);
    }

    /** A gateway answers with this status and this text, and nothing is done. */
    static Fault respondWithStatus(int status, String body) {
        return new GatewayResponse(Moment.BEFORE, status, "text/plain; charset=utf-8", body);
    }

    /** A gateway answers with this status and a page for people, as gateways do, and nothing is done. */
    static Fault respondWithGatewayPage(int status) {
        return new GatewayResponse(
                Moment.BEFORE, status, "text/html; charset=utf-8", FaultChecks.gatewayPageHtml(status));
    }

    /** An error of the API, and nothing is done. */
    static Fault respondWithError(String code, String message) {
        return new ErrorResponse(code, message);
    }

    /** The cloud judges this call by a clock that is ahead, or behind if the time is negative. */
    static Fault skewClock(Duration ahead) {
        return new ClockSkew(ahead);
    }

    /** The work that this call starts ends like this. */
    static Fault forceTaskOutcome(TaskOutcome fate) {
        return new ForcedTaskOutcome(fate);
    }

    /** The connection is closed after so many bytes of a body whose Content-Length promises more. */
    static Fault truncateBody(int bytes) {
        return new TruncatedBody(bytes, false);
    }

    /** The body comes at so many bytes a second. */
    static Fault slowDownBody(int bytesPerSecond) {
        return new SlowBody(bytesPerSecond);
    }
}
