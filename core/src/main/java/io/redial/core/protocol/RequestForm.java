package io.redial.core.protocol;

import io.redial.core.ApiRequest;
import io.redial.core.ApiResponse;
import io.redial.core.wire.FlatParameters;
import io.redial.core.wire.WireType;
import io.redial.core.wire.WireWriter;
import java.util.SortedMap;

/** What a request asks for, as a JSON document or as flat parameters. */
final class RequestForm {
    private RequestForm() {}

    /** An action's wire type fits its own requests: {@code request.action()} is the proof. */
    @SuppressWarnings("unchecked")
    static <O extends ApiResponse> byte[] json(ApiRequest<O> request) {
        return WireWriter.bytes(
                request, (WireType<ApiRequest<O>>) request.action().request());
    }

    static SortedMap<String, String> parameters(ApiRequest<?> request, int firstIndex) {
        return FlatParameters.of(json(request), firstIndex);
    }
}
