package io.redial.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One action of an API.
 *
 * @param name the name on the wire
 * @param javaName the name that its classes and methods begin with; another one only where the wire misspells it
 * @param category the chapter of the documentation that holds it
 * @param summary what it does, in one sentence
 * @param note what a caller should know besides, or null
 * @param rate the limit of requests
 * @param rateDocumented whether the document names that limit; if not, it is the one that the API {@linkplain
 *     Api#assumedRate() assumes}
 * @param effect what happens when it is sent twice
 * @param deprecation why it should not be used any more and what to use instead, or null
 * @param source where the document describes it
 * @param input the parameters
 * @param output the fields of the answer, without the request id that is the same in every answer
 * @param errors the error codes that the document lists for this action
 * @param busy those of them that say that other work keeps the instance for now, so that it is worth asking again later
 * @param handle what names work still going on after the answer, or null
 * @param paging how its pages are asked for, or null
 * @param examples the documented examples, which are read when they are first looked at; not to be changed
 */
public record ActionSpec(
        String name,
        String javaName,
        String category,
        String summary,
        @Nullable String note,
        Rate rate,
        boolean rateDocumented,
        Effect effect,
        @Nullable String deprecation,
        String source,
        List<FieldSpec> input,
        List<FieldSpec> output,
        List<String> errors,
        List<String> busy,
        @Nullable HandleSpec handle,
        @Nullable PagingSpec paging,
        List<ExampleSpec> examples) {

    public ActionSpec {
        input = List.copyOf(input);
        output = List.copyOf(output);
        errors = List.copyOf(errors);
        busy = List.copyOf(busy);
    }

    /** The input parameter of that name. */
    public Optional<FieldSpec> inputField(String field) {
        return input.stream().filter(f -> f.name().equals(field)).findFirst();
    }

    /** The output field of that name. */
    public Optional<FieldSpec> outputField(String field) {
        return output.stream().filter(f -> f.name().equals(field)).findFirst();
    }
}
