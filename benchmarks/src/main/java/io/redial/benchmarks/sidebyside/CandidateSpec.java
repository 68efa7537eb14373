package io.redial.benchmarks.sidebyside;

/** Who runs side by side: the class path it has, the class that makes it, and the shape of the answers that it reads. */
enum CandidateSpec {
    RAW("raw", "bare Reactor Netty, fixed body, no decoding", "redial", "RawNetty", StubResponse.TENCENT),
    CORE(
            "core",
            "raw with Redial's signature and decoding, no pipeline",
            "redial",
            "CoreOverRaw",
            StubResponse.TENCENT),
    REDIAL(
            "Redial",
            "everything: pipeline, TC3, quota, retries armed, decoding",
            "redial",
            "FullRedial",
            StubResponse.TENCENT),
    TENCENT("Tencent", "Tencent's SDK, a thread for each call", "tencent", "TencentSdk", StubResponse.TENCENT),
    ALIYUN("Alibaba", "Alibaba's SDK, a thread for each call", "aliyun", "AliyunSdk", StubResponse.ALIYUN),
    AWS("AWS", "AWS SDK v2, asynchronous, ElastiCache", "aws", "AwsSdk", StubResponse.AWS),
    JDK(
            "JDK",
            "the JDK's HttpClient, asynchronous, no decoding",
            "redial",
            JdkHttp.class.getName(),
            StubResponse.TENCENT);

    private final String title;
    private final String description;
    private final String peer;
    private final String factoryClass;
    private final StubResponse stubResponse;

    CandidateSpec(String title, String description, String peer, String maker, StubResponse door) {
        this.title = title;
        this.description = description;
        this.peer = peer;
        this.factoryClass = maker.contains(".") ? maker : "io.redial.benchmarks.peers." + peer + "." + maker;
        this.stubResponse = door;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    /** The module that has its class path. */
    String peer() {
        return peer;
    }

    String factoryClass() {
        return factoryClass;
    }

    StubResponse stubResponse() {
        return stubResponse;
    }
}
