package io.redial.core;

import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireType;
import io.redial.core.wire.WireWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of an action that Redial does not know: its parameters are a tree of maps, lists, strings, numbers and booleans,
 * under their names on the wire.
 *
 * <p>Nothing is known of its effect, so it is treated as a write that must not be sent twice.
 */
public final class GenericRequest implements ApiRequest<GenericResponse> {
    /** What nearly every documented action allows. */
    private static final Rate USUAL_RATE = Rate.perSecond(20);

    private static final WireType<GenericRequest> WIRE = new WireType<>() {
        @Override
        public void write(GenericRequest value, WireWriter out) {
            out.tree(value.parameters);
        }

        @Override
        public GenericRequest read(WireReader in) {
            throw new UnsupportedOperationException("a generic request cannot be read: its action is not in its JSON");
        }
    };

    private final Action<GenericRequest, GenericResponse> action;
    private final Map<String, ?> parameters;

    private GenericRequest(Action<GenericRequest, GenericResponse> action, Map<String, ?> parameters) {
        this.action = action;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * A call of any action.
     *
     * @param service the service, for example {@code redis}
     * @param name the action on the wire
     * @param version the API version, for example {@code 2018-04-12}
     * @param parameters the parameters
     */
    public static GenericRequest of(String service, String name, String version, Map<String, ?> parameters) {
        return of(service, name, version, USUAL_RATE, Effect.WRITE, parameters);
    }

    /**
     * A call of any action of which more is known.
     *
     * @param rate how often it may be called
     * @param effect what happens when it is sent twice
     */
    public static GenericRequest of(
            String service, String name, String version, Rate rate, Effect effect, Map<String, ?> parameters) {
        return new GenericRequest(
                Action.of(name, service, version, rate, effect, WIRE, GenericResponse.WIRE), parameters);
    }

    @Override
    public Action<GenericRequest, GenericResponse> action() {
        return action;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GenericRequest that
                && action.toString().equals(that.action.toString())
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    /** Names the parameters without their values: nobody knows which of them are secrets. */
    @Override
    public String toString() {
        return action.name() + parameters.keySet().stream().sorted().toList();
    }
}
