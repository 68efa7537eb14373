package io.redial.emulator.cloud;

/** The states of an order. */
public enum OrderState {
    PAID(2, "Paid, awaiting delivery"),
    DELIVERING(3, "Delivering"),
    DELIVERED(4, "Successfully delivered"),
    FAILED(5, "Delivery failed");

    private final int status;
    private final String text;

    OrderState(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** The number of the state. */
    public int status() {
        return status;
    }

    /** The state in words. */
    public String text() {
        return text;
    }

    /** Whether nothing more will happen. */
    public boolean isFinal() {
        return this == DELIVERED || this == FAILED;
    }
}
