package io.redial.emulator.alibaba;

import io.redial.emulator.door.Arrival;
import io.redial.emulator.door.Form;
import io.redial.emulator.door.Refusal;
import java.util.NavigableMap;
import java.util.Optional;

/** What a request claims, in one of the two ways of signing it. */
interface Letter {

    /** The request, taken apart. */
    static Letter of(Arrival arrival) {
        return Acs3Letter.isOne(arrival) ? new Acs3Letter(arrival) : new RpcLetter(arrival);
    }

    /** A parameter that all requests have in common, by the name that it has in queries. */
    Optional<String> common(String name);

    /** The signature that the request should have. */
    String expected(String secret);

    /** All parameters in the query and in the form. */
    NavigableMap<String, String> values();

    /** Whether the answer is to be JSON, or else XML. */
    boolean wantsJson();

    default String required(String name) {
        return common(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Refusal("Missing" + name, name + " is mandatory for this action."));
    }

    /** The parameters of a request, wherever they stand. */
    static NavigableMap<String, String> values(Arrival arrival) {
        var values = Form.decode(arrival.query());
        if (Form.isBodyOf(arrival)) {
            values.putAll(Form.decode(arrival.text()));
        }
        return values;
    }
}
