package io.redial.emulator.cloud;

import java.util.Map;

/**
 * Values for the parameters of instances of a type.
 *
 * @param id its id, for example {@code crs-cfg-sa23d5d3}
 * @param name what it is called
 * @param description what it is for
 * @param type the type of the instances that it was made for
 * @param values the values, by name, of the parameters that it gives another value than the default
 */
public record ParameterTemplate(String id, String name, String description, int type, Map<String, String> values)
        implements CloudResource {

    /** Keeps a copy of the values. */
    public ParameterTemplate {
        values = Map.copyOf(values);
    }
}
