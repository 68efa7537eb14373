package io.redial.emulator.behaviour.security;

/**
 * What may pass a security group.
 *
 * @param accepts whether it may, or is dropped
 * @param cidr from where, or to where
 * @param protocol for example {@code tcp}
 * @param port for example {@code 6379}
 * @param note what it is for
 */
record Rule(boolean accepts, String cidr, String protocol, String port, String note) {
    static final Rule ALL = new Rule(true, "0.0.0.0/0", "ALL", "ALL", "");

    static Rule redis(String cidr, String note) {
        return new Rule(true, cidr, "tcp", "6379", note);
    }

    static Rule drop(String cidr, String note) {
        return new Rule(false, cidr, "ALL", "ALL", note);
    }

    String action() {
        return accepts ? "ACCEPT" : "DROP";
    }
}
