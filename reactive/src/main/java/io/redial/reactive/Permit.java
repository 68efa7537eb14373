package io.redial.reactive;

/** The right to send one request. Exactly one of its methods is called, once. */
final class Permit {
    private final PermitQueue queue;

    Permit(PermitQueue queue) {
        this.queue = queue;
    }

    void answered(long sentAt, long answeredAt) {
        queue.settle(window -> window.answered(sentAt, answeredAt));
    }

    void unanswered(long now) {
        queue.settle(window -> window.unanswered(now));
    }

    void notSent() {
        queue.settle(window -> window.notSent());
    }
}
