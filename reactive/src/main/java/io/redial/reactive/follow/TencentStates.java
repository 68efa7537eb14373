package io.redial.reactive.follow;

import io.redial.reactive.follow.Facts.Stage;
import io.redial.reactive.follow.Facts.Use;
import org.jspecify.annotations.Nullable;

/** The numbers of states that both of Tencent's APIs use. */
final class TencentStates {
    private TencentStates() {}

    /** Unpaid, paid, being delivered and being paid are on their way; what is neither that nor delivered has failed. */
    static Stage order(@Nullable Long status) {
        if (status == null) {
            return Stage.GOING_ON;
        }
        return switch (status.intValue()) {
            case 1, 2, 3, 12 -> Stage.GOING_ON;
            case 4 -> Stage.DONE;
            default -> Stage.FAILED;
        };
    }

    /** To be initialized and being processed; running; isolated and to be deleted. */
    static Use instance(@Nullable Long status) {
        if (status == null) {
            return Use.OTHER;
        }
        return switch (status.intValue()) {
            case 0, 1 -> Use.CHANGING;
            case 2 -> Use.RUNNING;
            case -2, -3 -> Use.GONE;
            default -> Use.OTHER;
        };
    }
}
