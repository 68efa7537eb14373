package io.redial.core.protocol;

import io.redial.core.error.RequestTooLargeException;

/**
 * How large a request Tencent Cloud API 3.0 takes. What is counted is all that is known of it: line, headers and body.
 *
 * <p>Source: TencentDB for Redis API 3.0 reference, chapter "Request Structure", request methods.
 */
enum SizeLimit {
    GET(32 * 1024, "GET takes up to 32 KB", SizeLimit.JSON_TAKES_MORE),
    FORM(1024 * 1024, "a form signed with HmacSHA1 or HmacSHA256 takes up to 1 MB", SizeLimit.JSON_TAKES_MORE),
    TC3_POST(
            10 * 1024 * 1024,
            "POST with TC3-HMAC-SHA256 takes up to 10 MB",
            "nothing takes more, ask for less at once");

    private static final String JSON_TAKES_MORE = "TencentDoor.TC3_JSON takes up to 10 MB";

    private final long bytes;
    private final String limit;
    private final String wayOut;

    SizeLimit(long bytes, String limit, String wayOut) {
        this.bytes = bytes;
        this.limit = limit;
        this.wayOut = wayOut;
    }

    HttpCall checked(Target target, String action, HttpCall call) {
        var size = size(call);
        if (size > bytes) {
            throw new RequestTooLargeException(target.callSite(action), size, limit, wayOut);
        }
        return call;
    }

    /** Counted for every call, so without a text or a stream being made. */
    private static long size(HttpCall call) {
        var query = call.uri().getRawQuery();
        var size = (long) call.method().length()
                + " ".length()
                + call.uri().getRawPath().length()
                + (query == null ? 0 : 1 + query.length())
                + " HTTP/1.1\r\n\r\n".length()
                + call.body().length;
        for (var header : call.headers().entrySet()) {
            size += header.getKey().length()
                    + ": \r\n".length()
                    + header.getValue().length();
        }
        return size;
    }
}
