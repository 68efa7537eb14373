package io.redial.benchmarks.peers.redial;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Connections of Reactor Netty on one event loop. */
final class ClientConnections implements AutoCloseable {
    private final LoopResources loop = LoopResources.create("client", 1, true);
    private final ConnectionProvider pool;

    ClientConnections(int most) {
        this.pool = ConnectionProvider.builder("client")
                .maxConnections(most)
                .pendingAcquireMaxCount(-1)
                .build();
    }

    HttpClient httpClient() {
        return HttpClient.create(pool).runOn(loop);
    }

    /** The same event loop, with connections of somebody else. */
    HttpClient withEventLoop(HttpClient http) {
        return http.runOn(loop);
    }

    @Override
    public void close() {
        pool.dispose();
        loop.dispose();
    }
}
