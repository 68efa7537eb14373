package io.redial.reactive;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.FollowableRequest;
import io.redial.core.FollowableResponse;
import io.redial.core.Handle;
import io.redial.core.PagedRequest;
import io.redial.reactive.fleet.Fleet;
import io.redial.reactive.fleet.FleetOptions;
import io.redial.reactive.follow.Calls;
import io.redial.reactive.follow.FollowOptions;
import io.redial.reactive.follow.Following;
import io.redial.reactive.follow.Progress;
import io.redial.reactive.follow.Resumed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What all clients can do, whichever API they speak.
 *
 * <p>Three verbs serve every action: {@link #call} sends one request, {@link #items} lists all rows of a paged action,
 * {@link #follow} sends a request and follows the work that it starts. A {@link #fleet} follows many.
 *
 * <p>All of them are lazy, and each subscription is a call of its own. A call waits for the quota of its action, is tried
 * again where that helps and does no harm, and ends within its deadline. Cancelling gives up its place in the queue, its
 * connection and its timers; it does not undo what the cloud has accepted. Signals come on an event loop of Reactor Netty
 * or on the client's scheduler: do not block there.
 *
 * <p>Thread-safe. One client is meant for many calls: it owns a pool of connections, which {@link #close} releases.
 *
 * @param <C> the client itself
 */
public abstract sealed class ApiClient<C extends ApiClient<C>> implements Calls, AutoCloseable
        permits TencentRedis, TencentCrs, AliyunKvStore {
    private final Connection connection;
    private final Lane lane;

    ApiClient(Connection connection, Lane lane) {
        this.connection = connection;
        this.lane = lane;
    }

    /** The same client in another lane. It shares everything with this one, and closing either closes both. */
    public abstract C in(Lane otherLane);

    /** The quotas that its calls are kept in. */
    public final Quotas quotas() {
        return connection.config().quotas();
    }

    /**
     * Sends one request, and signals its answer.
     *
     * <p>Errors: {@link io.redial.core.error.ServiceException} if the server refused, {@link
     * io.redial.core.error.TransportException} if the call did not get there or was not answered, {@link
     * io.redial.core.error.OutcomeUnknownException} if that happened to a write that must not be sent twice, {@link
     * io.redial.core.error.UnreadableAnswerException} if something other than the API answered, {@link
     * io.redial.core.error.DeadlineExceededException} and {@link io.redial.core.error.RateLimitedException} if it did not get
     * its turn in time, {@link io.redial.core.error.CredentialsException} if there are no keys.
     */
    @Override
    public final <O extends ApiResponse> Mono<O> call(ApiRequest<O> request) {
        return connection.call(request, lane);
    }

    /**
     * All rows of a paged action, from the position that the request names, else from the first.
     *
     * <p>Pages are as large as the request says, else as large as the document allows. The next page is asked for when the
     * subscriber has begun the last quarter of the present one, so someone slow holds two pages at most, and the keys of
     * eight, however long the list is. Cancelling asks for nothing more.
     *
     * <p>The cloud counts positions anew for each page, while others create and destroy. Rows that have a key, see {@code
     * docs/actions.md}, are told apart by it: one that others push onto a later page is not given again. When the total falls,
     * rows may have moved up onto pages already read, and those are read again, at the price of a call or two.
     * DescribeInstances is asked for the newest first, unless the request names an order. Promised, for rows with a key and
     * a list with the newest first:
     *
     * <ul>
     *   <li>Each row that is there from the first call to the last is given, if between any two calls no more than a page's
     *       worth is destroyed.
     *   <li>No row is given twice within eight pages' worth of rows: not at all, unless the list rises and falls by whole
     *       pages time and again.
     *   <li>What is created or destroyed meanwhile is given once or not at all.
     * </ul>
     *
     * <p>Not promised: a row whose place changes because what the list is sorted by does, or that shares its place with
     * others in the cloud's order; with the oldest first, or in an order nobody has documented, a row that is missed because
     * as many were created as destroyed, so that the total tells nothing; and anything of the kind for rows without a key
     * (slow logs, changes of parameters, nodes). Slow logs answer no rows when more than 10,000 match: {@link #pages} tells
     * the total.
     *
     * <p>It does not go on for ever: after three pages in a row that bring nothing new while the total stays the same, or
     * after three times as many calls as the first total asked for and ten more (100,000 without a total), it fails with
     * {@link IllegalStateException}, which names the position that was reached.
     *
     * <p>Errors are also those of {@link #call}; rows that came before stay valid.
     */
    public final <O extends ApiResponse, I> Flux<I> items(PagedRequest<O, I> request) {
        return Pages.items(request, this::call);
    }

    /** Sends a request, and follows the work that it starts to its end, as this client was told to follow. */
    public final <O extends FollowableResponse> Flux<Progress<O>> follow(FollowableRequest<O> request) {
        return follow(request, connection.config().followOptions());
    }

    /**
     * The pages behind {@link #items}, with the position to go on from: keep {@link Page#next} and {@link Page#size}, and
     * {@code items(request.atPage(next, size))} goes on later, or elsewhere.
     *
     * <p>A page is asked for when the subscriber asks for it. The promises are those of {@code items}, for one subscription;
     * whoever goes on knows no earlier rows, so some can come again or be missed if the list has moved since. To miss none,
     * go on from {@link Page#position}, and bear those that come again.
     */
    public final <O extends ApiResponse, I> Flux<Page<I>> pages(PagedRequest<O, I> request) {
        return Pages.of(request, this::call);
    }

    /**
     * Sends a request, and follows the work that it starts to its end.
     *
     * <p>Begins with {@link Progress.Submitted}, goes on with {@link Progress.Running} whenever the state changes, and ends
     * with {@link Progress.Succeeded}. An order counts as done when it is delivered and its instances run again; where they
     * ran before, they must have been seen to change. All that is followed through one client is looked up together, in the
     * bulk lane.
     *
     * <p>Errors are those of {@link #call}, {@link io.redial.core.error.TaskFailedException} if the work fails, {@link
     * io.redial.core.error.WorkNotFoundException} if the cloud does not know it, and {@link
     * io.redial.core.error.FollowDeadlineException} if it is not over in time. Cancelling stops the looking up, never the
     * work.
     */
    public final <O extends FollowableResponse> Flux<Progress<O>> follow(
            FollowableRequest<O> request, FollowOptions options) {
        return connection.following().follow(request, this, options);
    }

    /**
     * Follows work from its handle, which may have been stored as text: see {@link Handle#parse}. Signals as {@link
     * #follow(FollowableRequest, FollowOptions)} does.
     */
    public final Flux<Progress<Resumed>> follow(Handle handle) {
        return follow(handle, connection.config().followOptions());
    }

    /** Follows work from its handle in another way than this client was told to follow. */
    public final Flux<Progress<Resumed>> follow(Handle handle, FollowOptions options) {
        return connection.following().follow(handle, options);
    }

    /**
     * Carries many requests, each to the end of the work that it starts. They are sent in the lane of this client: {@code
     * client.in(Lane.BULK).fleet(...)} lets others go first.
     */
    public final Fleet fleet(FleetOptions options) {
        var config = connection.config();
        return new Fleet(
                connection.following(), this, config.target(), connection.actions(), config.scheduler(), options);
    }

    final Following following() {
        return connection.following();
    }

    final Connection connection() {
        return connection;
    }

    /**
     * Gets ready what the first call would have to wait for: event loops, the native transport, name resolution, the libraries
     * for TLS, and the keys. No call is sent, no connection is opened and no quota is spent. Lazy; each subscription does it
     * again, which costs little. Cancelling stops what has not been done yet. It has no time limit of its own.
     *
     * <p>Errors: {@link io.redial.core.error.CredentialsException} if there are no keys.
     */
    public final Mono<Void> warmUp() {
        return connection.warmUp();
    }

    /** Releases the connections; calls under way fail. Does not wait. */
    @Override
    public final void close() {
        connection.close();
    }
}
