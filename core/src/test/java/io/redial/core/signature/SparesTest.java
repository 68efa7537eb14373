package io.redial.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SparesTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Spares<Integer> spares = new Spares<>(made::incrementAndGet);

    @Test
    void whatWasGivenBackIsTakenAgain() {
        spares.giveBack(spares.take());

        assertThat(spares.take()).isEqualTo(1);
    }

    @Test
    void whatIsInUseIsNotTakenByAnybodyElse() {
        assertThat(spares.take()).isNotEqualTo(spares.take());
    }

    @Test
    void noMoreAreMadeThanAFewForEachProcessorHoweverManyThreadsUseThem() throws InterruptedException {
        for (var i = 0; i < 500; i++) {
            var thread = new Thread(() -> spares.giveBack(spares.take()));
            thread.start();
            thread.join();
        }

        assertThat(made.get()).isLessThanOrEqualTo(2 * Runtime.getRuntime().availableProcessors());
    }
}
