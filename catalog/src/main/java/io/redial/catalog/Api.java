package io.redial.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One API as its documents describe it.
 *
 * @param title the name that people use for it
 * @param service the service name that signatures carry, for example {@code redis}
 * @param version the API version, for example {@code 2018-04-12}
 * @param endpoint the common host, for example {@code redis.intl.tencentcloudapi.com}
 * @param document the document that this description was read from
 * @param java what is generated from it
 * @param protocol how its calls travel
 * @param assumedRate the limit of requests of the actions for which the document names none, or null when it names all
 * @param instanceField how the names of the fields end that hold the id of an instance; with an {@code s} after it, of several
 * @param regions the regions where it is offered; empty when the document does not list them
 * @param errors every documented error code
 * @param values every documented list of values
 * @param types every structure that requests and responses carry, other than themselves
 * @param actions every action, in the order of the files
 */
public record Api(
        String title,
        String service,
        String version,
        String endpoint,
        String document,
        Java java,
        Protocol protocol,
        @Nullable AssumedRate assumedRate,
        String instanceField,
        List<RegionSpec> regions,
        List<ErrorSpec> errors,
        List<ValueListSpec> values,
        List<StructSpec> types,
        List<ActionSpec> actions) {

    public Api {
        regions = List.copyOf(regions);
        errors = List.copyOf(errors);
        values = List.copyOf(values);
        types = List.copyOf(types);
        actions = List.copyOf(actions);
    }

    /** The action of that name on the wire, if the API has it. */
    public Optional<ActionSpec> action(String name) {
        return actions.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** The structure of that name, if the API has it. */
    public Optional<StructSpec> type(String name) {
        return types.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** The list of values of that name, if the API has it. */
    public Optional<ValueListSpec> valueList(String name) {
        return values.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    /** The description of an error code, if it is documented. */
    public Optional<ErrorSpec> error(String code) {
        return errors.stream().filter(e -> e.code().equals(code)).findFirst();
    }

    /**
     * What is generated from the description.
     *
     * @param packageName the package of the requests, answers, structures and value types
     * @param actions the class there that lists all actions
     * @param client the interface that has them as methods
     */
    public record Java(String packageName, String actions, String client) {}

    /**
     * What all calls of the API have in common. A size is {@link Integer#MAX_VALUE} where the document names no limit.
     *
     * @param clockToleranceSeconds how far a request's timestamp may be off the server's clock
     * @param maxGetBytes largest GET request
     * @param maxFormBytes largest POST request signed with HmacSHA1 or HmacSHA256
     * @param maxBodyBytes largest POST request signed with TC3-HMAC-SHA256
     * @param requestId the field of every answer that holds the id of the call, or null when answers have none
     * @param anyCase whether answers write one name now with capital and now with small letters
     */
    public record Protocol(
            int clockToleranceSeconds,
            int maxGetBytes,
            int maxFormBytes,
            int maxBodyBytes,
            @Nullable String requestId,
            boolean anyCase) {}

    /**
     * A limit of requests that no document names.
     *
     * @param rate the limit
     * @param reason why it is that one
     */
    public record AssumedRate(Rate rate, String reason) {}
}
