package io.redial.catalog;

/**
 * A region where an API is offered.
 *
 * @param id its id, for example {@code ap-guangzhou}
 * @param name its name
 * @param endpoint its own host
 * @param financial whether it is a financial region, which only its own host serves
 */
public record RegionSpec(String id, String name, String endpoint, boolean financial) {}
