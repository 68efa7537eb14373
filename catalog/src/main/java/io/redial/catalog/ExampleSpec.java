package io.redial.catalog;

/**
 * A documented example, as printed.
 *
 * @param title its title
 * @param request the request, a JSON object
 * @param response the whole answer, a JSON object with the member {@code Response}
 */
public record ExampleSpec(String title, String request, String response) {}
