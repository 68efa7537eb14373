package io.redial.benchmarks.sidebyside;

/** Who runs side by side: the class path it has, the class that makes it, and the shape of the answers that it reads. */
enum Entrant {
    RAW("raw", "bare Reactor Netty, fixed body, no decoding", "redial", "RawNetty", Door.TENCENT),
    CORE("core", "raw with Redial's signature and decoding, no pipeline", "redial", "CoreOverRaw", Door.TENCENT),
    REDIAL("Redial", "everything: pipeline, TC3, quota, retries armed, decoding", "redial", "FullRedial", Door.TENCENT),
    TENCENT("Tencent", "Tencent's SDK, a thread for each call", "tencent", "TencentSdk", Door.TENCENT),
    ALIBABA("Alibaba", "Alibaba's SDK, a thread for each call", "aliyun", "AlibabaSdk", Door.ALIBABA),
    AWS("AWS", "AWS SDK v2, asynchronous, ElastiCache", "aws", "AwsSdk", Door.AWS),
    JDK("JDK", "the JDK's HttpClient, asynchronous, no decoding", "redial", JdkHttp.class.getName(), Door.TENCENT);

    private final String title;
    private final String description;
    private final String peer;
    private final String maker;
    private final Door door;

    Entrant(String title, String description, String peer, String maker, Door door) {
        this.title = title;
        this.description = description;
        this.peer = peer;
        this.maker = maker.contains(".") ? maker : "io.redial.benchmarks.peers." + peer + "." + maker;
        this.door = door;
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

    String maker() {
        return maker;
    }

    Door door() {
        return door;
    }
}
