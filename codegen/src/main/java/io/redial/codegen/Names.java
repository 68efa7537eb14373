package io.redial.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.redial.catalog.ActionSpec;
import io.redial.catalog.Api;
import java.util.Locale;

/** What generated things are called, and what they are called with. */
final class Names {
    static final String CLIENT = "io.redial.reactive";

    static final ClassName ACTION = core("Action");
    static final ClassName API_REQUEST = core("ApiRequest");
    static final ClassName API_RESPONSE = core("ApiResponse");
    static final ClassName EFFECT = core("Effect");
    static final ClassName FOLLOWABLE_REQUEST = core("FollowableRequest");
    static final ClassName FOLLOWABLE_RESPONSE = core("FollowableResponse");
    static final ClassName HANDLE = core("Handle");
    static final ClassName PAGED_REQUEST = core("PagedRequest");
    static final ClassName PAGING = core("Paging");
    static final ClassName RATE = core("Rate");
    static final ClassName FIELD_NAMES = wire("FieldNames");
    static final ClassName WIRE_READER = wire("WireReader");
    static final ClassName WIRE_TYPE = wire("WireType");
    static final ClassName WIRE_WRITER = wire("WireWriter");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName MODEL_TEXT = ClassName.get("io.redial.core.model", "ModelText");
    static final ClassName REQUIRED_FIELDS = ClassName.get("io.redial.core.model", "RequiredFields");
    static final TypeName NULLABLE_OBJECT = ClassName.get(Object.class).annotated(Annotations.NULLABLE);

    private Names() {}

    static ClassName model(Api api, String name) {
        return ClassName.get(api.java().packageName(), name);
    }

    static ClassName request(Api api, ActionSpec action) {
        return model(api, action.javaName() + "Request");
    }

    static ClassName response(Api api, ActionSpec action) {
        return model(api, action.javaName() + "Response");
    }

    /** {@code DescribeSSLStatus} becomes {@code describeSSLStatus}. */
    static String method(ActionSpec action) {
        return action.javaName().substring(0, 1).toLowerCase(Locale.ROOT)
                + action.javaName().substring(1);
    }

    private static ClassName core(String name) {
        return ClassName.get("io.redial.core", name);
    }

    private static ClassName wire(String name) {
        return ClassName.get("io.redial.core.wire", name);
    }
}
