package io.redial.reactive.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Lets requests that share an instance go one after the other, in the order in which they took their turns. After one that
 * did not succeed nobody's turn comes on that instance.
 */
final class Turns {
    private final Scheduler scheduler;
    private final Map<String, Sinks.One<String>> last = new ConcurrentHashMap<>();

    Turns(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The next turn on these instances. Called by one thread at a time. */
    Turn take(List<String> instances) {
        var mine = Sinks.<String>one();
        var before = new ArrayList<Mono<String>>();
        for (var instance : instances) {
            var previous = last.put(instance, mine);
            if (previous != null && previous != mine) {
                before.add(previous.asMono());
            }
        }
        return new Turn(instances, mine, comes(before));
    }

    /** On the scheduler, so that a long line does not become a deep stack. */
    private Mono<String> comes(List<Mono<String>> before) {
        return before.isEmpty() ? Mono.empty() : Flux.concat(before).next().publishOn(scheduler);
    }

    /** One request's turn. */
    final class Turn {
        private final List<String> instances;
        private final Sinks.One<String> end;
        private final Mono<String> comes;

        private Turn(List<String> instances, Sinks.One<String> end, Mono<String> comes) {
            this.instances = instances;
            this.end = end;
            this.comes = comes;
        }

        /** Completes when the turn has come; a value says why it never does. */
        Mono<String> comes() {
            return comes;
        }

        /** Ends it: with null the next may go, else nobody, for this reason. */
        void over(@Nullable String obstacle) {
            if (obstacle == null) {
                instances.forEach(instance -> last.remove(instance, end));
                end.tryEmitEmpty();
            } else {
                end.tryEmitValue(obstacle);
            }
        }
    }
}
