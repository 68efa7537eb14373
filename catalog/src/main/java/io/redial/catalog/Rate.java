package io.redial.catalog;

import java.time.Duration;

/**
 * A documented limit of requests.
 *
 * @param permits how many requests
 * @param period in what time
 */
public record Rate(int permits, Duration period) {

    /** Reads {@code 20/s} or {@code 100/60s}. */
    static Rate parse(String text) {
        var parts = text.split("/", 2);
        if (parts.length != 2 || !parts[0].matches("[1-9]\\d{0,6}") || !parts[1].matches("([1-9]\\d{0,4})?s")) {
            throw new IllegalArgumentException("'" + text + "' is not a rate like 20/s or 100/60s");
        }
        var seconds = parts[1].equals("s") ? 1 : Integer.parseInt(parts[1].substring(0, parts[1].length() - 1));
        return new Rate(Integer.parseInt(parts[0]), Duration.ofSeconds(seconds));
    }
}
