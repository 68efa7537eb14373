package io.redial.core.protocol;

import io.redial.core.error.CallSite;
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

    HttpCall checked(CallSite site, HttpCall call) {
        var size = size(call);
        if (size > bytes) {
            throw new RequestTooLargeException(site, size, limit, wayOut);
        }
        return call;
    }

    private static long size(HttpCall call) {
        var query = call.uri().getRawQuery();
        var line = call.method() + " " + call.uri().getRawPath() + (query == null ? "" : "?" + query) + " HTTP/1.1\r\n";
        var headers = call.headers().entrySet().stream()
                .mapToLong(header -> header.getKey().length()
                        + ": \r\n".length()
                        + header.getValue().length())
                .sum();
        return line.length() + headers + "\r\n".length() + call.body().length;
    }
}
