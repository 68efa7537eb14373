package io.redial.core.protocol;

/** The ways into Alibaba Cloud's RPC APIs: how a call travels, and with what it is signed. */
public enum AlibabaDoor {
    /** A query by GET, signed with the RPC signature 1.0 (HMAC-SHA1). */
    RPC_GET,
    /** A form by POST, signed with the RPC signature 1.0 (HMAC-SHA1). */
    RPC_FORM,
    /** A query by POST, signed with ACS3-HMAC-SHA256. */
    ACS3
}
