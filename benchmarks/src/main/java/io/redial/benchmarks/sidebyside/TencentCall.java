package io.redial.benchmarks.sidebyside;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The call that is measured, as Tencent's API has it: a page of instances. */
public final class TencentCall {
    /** The largest page that is asked for. */
    public static final int LIMIT = 20;

    private static final String BODY = "{\"Limit\":" + LIMIT + ",\"Offset\":0}";

    private TencentCall() {}

    /** What is sent, for those who do not encode. */
    public static byte[] body() {
        return BODY.getBytes(US_ASCII);
    }
}
