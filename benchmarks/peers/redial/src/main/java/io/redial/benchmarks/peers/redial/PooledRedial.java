package io.redial.benchmarks.peers.redial;

import io.redial.benchmarks.sidebyside.Candidate;
import java.net.URI;

/** Redial with another number of connections than its own pool has. */
public final class PooledRedial implements Candidate.Factory {

    @Override
    public Candidate create(URI server, int connections) {
        var client = new ClientConnections(connections);
        return FullRedial.candidate(server, client, ownPool -> client.httpClient());
    }
}
