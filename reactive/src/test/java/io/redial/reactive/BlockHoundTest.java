package io.redial.reactive;

import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** All other tests here rely on it: whoever blocks on a thread of Reactor fails. */
class BlockHoundTest {

    @Test
    void blockingOnAReactorThreadIsNoticed() {
        var blocking = Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return 1;
                })
                .subscribeOn(Schedulers.parallel());

        StepVerifier.create(blocking)
                .expectErrorMatches(error -> error instanceof BlockingOperationError)
                .verify();
    }
}
