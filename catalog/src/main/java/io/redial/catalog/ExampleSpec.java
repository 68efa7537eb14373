package io.redial.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A documented example, as printed.
 *
 * @param title its title
 * @param request the parameters, a JSON object
 * @param response the whole answer, a JSON object
 * @param xml the same answer in XML, or null where the document shows none
 */
public record ExampleSpec(
        String title,
        String request,
        String response,
        @Nullable String xml) {}
