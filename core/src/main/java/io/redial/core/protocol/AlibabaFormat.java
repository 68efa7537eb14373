package io.redial.core.protocol;

/** In which form Alibaba Cloud answers. Whatever was asked for, both are understood. */
public enum AlibabaFormat {
    /** JSON. */
    JSON,
    /** XML. */
    XML;

    String mediaType() {
        return this == JSON ? "application/json" : "application/xml";
    }
}
