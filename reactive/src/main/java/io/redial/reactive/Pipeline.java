package io.redial.reactive;

/**
 * One path for every call:
 *
 * <pre>
 * observe -&gt; retry -&gt; failover -&gt; quota -&gt; sign -&gt; send -&gt; decode
 * </pre>
 *
 * <p>The quota lies inside the retry, because each attempt pays; the signature comes after the wait, because it carries a
 * time. The last three are one {@linkplain Exchange exchange} of a request for an answer.
 */
final class Pipeline {
    private Pipeline() {}

    static Stage assemble(ClientConfig config, Transport transport, ServerClock serverClock) {
        Stage exchange = new Exchange(config, transport, serverClock);
        Stage quota = QuotaStage.create(config, exchange);
        Stage failover = FailoverStage.create(config, quota);
        Stage retry = RetryStage.create(config, failover);
        return ObserveStage.create(config, retry);
    }
}
