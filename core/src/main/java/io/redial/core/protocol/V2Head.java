package io.redial.core.protocol;

import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireReader;
import io.redial.core.wire.WireReader.UnknownFields;
import io.redial.core.wire.WireType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the fields of every answer of API v2. It is read first and apart: of a refusal, the rest has no shape.
 *
 * @param code {@code 0} for success, else a common code
 * @param message what went wrong, for example {@code (100004)projectId is wrong}
 * @param description the name of the error, or null
 */
record V2Head(String code, String message, @Nullable String description) {
    static final WireType<V2Head> WIRE = WireType.of(
            (head, out) -> {
                throw new UnsupportedOperationException("the head of an answer is only read");
            },
            V2Head::read);

    private static final Pattern MODULE_CODE = Pattern.compile("^\\((\\d+)\\).*", Pattern.DOTALL);

    boolean isSuccess() {
        return code.equals("0");
    }

    /** The common code and, after a dot, what is known more precisely: {@code 5100.UserNotInWhiteList}. */
    String errorCode() {
        var precisely = description != null && !description.isEmpty() ? description : moduleCode();
        return precisely == null ? code : code + "." + precisely;
    }

    private @Nullable String moduleCode() {
        var matcher = MODULE_CODE.matcher(message);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** To an answer's own type the head is unknown; whatever else is unknown is so indeed. */
    static UnknownFields besides(UnknownFields unknownFields) {
        return (name, in) -> {
            if (in.depth() == 1 && isOfTheHead(in)) {
                in.skip();
            } else {
                unknownFields.handle(name, in);
            }
        };
    }

    private static boolean isOfTheHead(WireReader in) {
        return switch (in.fieldInSmallLetters()) {
            case "code", "message", "codedesc" -> true;
            default -> false;
        };
    }

    private static V2Head read(WireReader in) {
        String code = null;
        String message = null;
        String description = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.fieldInSmallLetters()) {
                case "code" -> code = in.string();
                case "message" -> message = in.string();
                case "codedesc" -> description = in.string();
                default -> in.skip();
            }
        }
        if (code == null) {
            throw new UnreadableException("the document has no member 'code'");
        }
        return new V2Head(code, message == null ? "" : message, description);
    }
}
