package io.redial.emulator.handler.security;

/**
 * What may pass a security group.
 *
 * @param accepts whether it may, or is dropped
 * @param cidr from where, or to where
 * @param protocol for example {@code tcp}
 * @param port for example {@code 6379}
 * @param note what it is for
 */
record SecurityGroupRule(boolean accepts, String cidr, String protocol, String port, String note) {
    static final SecurityGroupRule ALL = new SecurityGroupRule(true, "0.0.0.0/0", "ALL", "ALL", "");

    static SecurityGroupRule allowRedis(String cidr, String note) {
        return new SecurityGroupRule(true, cidr, "tcp", "6379", note);
    }

    static SecurityGroupRule drop(String cidr, String note) {
        return new SecurityGroupRule(false, cidr, "ALL", "ALL", note);
    }

    String action() {
        return accepts ? "ACCEPT" : "DROP";
    }
}
