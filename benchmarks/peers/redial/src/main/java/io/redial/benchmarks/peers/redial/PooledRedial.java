package io.redial.benchmarks.peers.redial;

import io.redial.benchmarks.sidebyside.Contender;
import java.net.URI;

/** Redial with another number of connections than its own pool has. */
public final class PooledRedial implements Contender.Maker {

    @Override
    public Contender make(URI server, int connections) {
        var client = new Connections(connections);
        return FullRedial.contender(server, client, ownPool -> client.http());
    }
}
