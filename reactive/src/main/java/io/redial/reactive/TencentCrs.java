package io.redial.reactive;

import io.redial.reactive.follow.Following;
import io.redial.tencent.crs.TencentCrsActions;

/**
 * A client of Tencent CRS, the older API v2 of managed Redis. The named methods are one-liners over {@link #call}; {@link
 * ApiClient} says what holds for all of them.
 *
 * <p>The document names no quotas: ten requests a second for each action are assumed, and {@link
 * io.redial.ratelimit.RateLimits} changes that. Its list of tasks does not name them, so the work of a write whose answer was
 * lost cannot be found.
 */
public final class TencentCrs extends ApiClient<TencentCrs> implements TencentCrsCalls {

    TencentCrs(ClientConfig config, Transport transport) {
        this(new Connection(config, transport, Following::ofTencentCrs, TencentCrsActions::all), config.lane());
    }

    private TencentCrs(Connection connection, Lane lane) {
        super(connection, lane);
    }

    /** Begins a client. It needs credentials and a region. */
    public static TencentCrsBuilder builder() {
        return new TencentCrsBuilder();
    }

    @Override
    public TencentCrs in(Lane otherLane) {
        return new TencentCrs(connection(), otherLane);
    }
}
