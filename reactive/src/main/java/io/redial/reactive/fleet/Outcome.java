package io.redial.reactive.fleet;

import io.redial.core.error.CredentialsException;
import io.redial.core.error.DeadlineExceededException;
import io.redial.core.error.RateLimitedException;
import io.redial.core.error.RedialException;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.error.TaskFailedException;
import io.redial.core.error.TransportException;

/** How a request has failed: it decides what a resumed run does with it. */
enum Outcome {
    /** Its work has failed: it is over. */
    WORK_FAILED,
    /** Its work could not be followed to the end: it is followed again. */
    LOST_SIGHT,
    /** The cloud did not want it: it is over, unless refused ones are to be sent again. */
    REFUSED,
    /** It was certainly not taken, and that was not its own fault: it is sent. */
    NOT_SENT,
    /** Nobody could tell whether it was taken: the cloud is asked again. */
    IN_DOUBT;

    /** How a request has failed that the cloud had accepted. */
    static Outcome ofWork(Throwable error) {
        return error instanceof TaskFailedException ? WORK_FAILED : LOST_SIGHT;
    }

    /** How a call has failed that was not accepted. A server that failed may have done the work all the same. */
    static Outcome ofCall(Throwable error) {
        if (error instanceof RedialException failure && failure.throttled()) {
            return NOT_SENT;
        }
        if (error instanceof ServiceException refused) {
            return refused.refusal() == Refusal.SERVER_FAILURE ? IN_DOUBT : REFUSED;
        }
        var neverLeft = error instanceof RateLimitedException
                || error instanceof DeadlineExceededException
                || error instanceof CredentialsException
                || (error instanceof TransportException lost && !lost.sent());
        return neverLeft ? NOT_SENT : IN_DOUBT;
    }
}
