package io.redial.emulator.fault;

import io.redial.emulator.fault.Fault.Moment;
import io.redial.emulator.fault.Fault.Step;
import java.time.Duration;

/** What faults and their rules have in common, and what they may be like. */
final class FaultChecks {
    static final Duration MAX_DELAY = Duration.ofDays(1);
    static final Duration MAX_CLOCK_OFFSET = Duration.ofDays(365);
    static final int MAX_BODY_LENGTH = 1_000_000;

    private FaultChecks() {}

    static int requireInRange(String what, int number, int min, int max) {
        if (number < min || number > max) {
            throw new IllegalArgumentException(what + " is " + min + " to " + max + ", not " + number);
        }
        return number;
    }

    static Step stepOf(Moment moment) {
        return moment == Moment.BEFORE ? Step.REQUEST_RECEIVED : Step.RESPONSE_READY;
    }

    static String gatewayPageHtml(int status) {
        return "<html>\r\n<head><title>" + status + "</title></head>\r\n<body>\r\n<center><h1>" + status
                + "</h1></center>\r\n<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n";
    }
}
