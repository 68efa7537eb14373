package io.redial.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redial.core.error.CredentialsException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class FirstOfTest {
    private static final Credentials FIRST = Credentials.of("AKID1", "hush");
    private static final Credentials SECOND = Credentials.of("AKID2", "hush");

    private final Link first = new Link();
    private final Link second = new Link();
    private final CredentialsProvider chain = CredentialsProvider.firstOf(first, second);

    @Test
    void thoseBehindTheFirstThatHasThemAreNotAsked() {
        first.answer = CompletableFuture.completedFuture(FIRST);

        assertThat(keys()).isCompletedWithValue(FIRST);
        assertThat(second.asked).isZero();
    }

    @Test
    void theNextIsAskedWhenOneHasDeclinedAndNotBefore() {
        var late = new CompletableFuture<Credentials>();
        first.answer = late;
        second.answer = CompletableFuture.completedFuture(SECOND);

        var keys = keys();
        assertThat(keys).isNotDone();
        assertThat(second.asked).isZero();

        late.completeExceptionally(new CredentialsException("nothing in the drawer"));
        assertThat(keys).isCompletedWithValue(SECOND);
    }

    @Test
    void whoeverHadThemOnceIsAskedAloneFromThenOn() {
        first.answer = CompletableFuture.failedFuture(new CredentialsException("nothing in the drawer"));
        second.answer = CompletableFuture.completedFuture(SECOND);
        assertThat(keys()).isCompletedWithValue(SECOND);

        first.answer = CompletableFuture.completedFuture(FIRST);
        assertThat(keys()).isCompletedWithValue(SECOND);

        second.answer = CompletableFuture.failedFuture(new CredentialsException("the safe is jammed"));
        assertThat(keys()).isCompletedExceptionally();
        assertThat(first.asked).isEqualTo(1);
    }

    @Test
    void theErrorSaysWhyEachDeclinedButRepeatsNothingThatOthersHaveWorded() {
        first.answer = CompletableFuture.failedFuture(new CredentialsException("nothing in the drawer"));
        var chained = CredentialsProvider.firstOf(first, second, () -> {
            throw new IllegalStateException("hush was wrong");
        });
        second.answer = CompletableFuture.failedFuture(new IllegalArgumentException("hush is no key"));

        assertThat(chained.resolve().toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(CredentialsException.class)
                .withMessageEndingWith("no credentials anywhere; tried in this order: (1) nothing in the drawer; "
                        + "(2) java.lang.IllegalArgumentException; (3) java.lang.IllegalStateException");
    }

    @Test
    void aChainHasALink() {
        assertThatThrownBy(CredentialsProvider::firstOf)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chain needs at least one provider");
    }

    private CompletableFuture<Credentials> keys() {
        return chain.resolve().toCompletableFuture();
    }

    private static final class Link implements CredentialsProvider {
        private CompletableFuture<Credentials> answer = new CompletableFuture<>();
        private int asked;

        @Override
        public CompletionStage<Credentials> resolve() {
            asked++;
            return answer.copy();
        }
    }
}
