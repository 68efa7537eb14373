package io.redial.emulator.cloud;

/** The kinds of work that the cloud really does. */
public enum TaskKind {
    CREATE("001", "instance creation"),
    RESIZE("002", "instance resizing"),
    CLOSE("003", "instance isolation"),
    CLEAR("004", "cache clearing"),
    STARTUP("005", "instance startup"),
    DELETE("006", "instance deletion"),
    SET_PASSWORD("007", "password setting"),
    RESTORE("010", "backup restoration"),
    BACKUP("012", "instance backup"),
    CLONE("026", "backup cloning"),
    READ_ONLY("033", "read-only policy change"),
    PARAMETERS("034", "parameter change"),
    PASSWORD_FREE("035", "password-free access change"),
    SWITCH_VIP("036", "VIP exchange"),
    ACCOUNT("037", "account change"),
    REPLICA_READ_ON("039", "read-only replica enabling"),
    REPLICA_READ_OFF("040", "read-only replica disabling"),
    UPGRADE_ARCHITECTURE("041", "architecture upgrade"),
    UPGRADE_VERSION("043", "version upgrade"),
    CONNECTIONS("044", "bandwidth and connection limit change"),
    MULTI_ZONE("047", "multi-AZ upgrade"),
    FAILURE_DRILL("048", "failure simulation"),
    PROMOTE_REPLICA("049", "replica promotion"),
    JOIN_GROUP("050", "replication group joining"),
    OPEN_WAN("052", "public network opening"),
    CLOSE_WAN("053", "public network closing"),
    LEAVE_GROUP("055", "replication group leaving"),
    GROUP_PRIMARY("056", "replication group primary change"),
    GROUP_ROLE("057", "replication group role change"),
    UPGRADE_REDIS("060", "Redis minor version upgrade"),
    UPGRADE_PROXY("061", "proxy version upgrade"),
    NETWORK("062", "network change"),
    MOVE_ZONE("066", "availability zone change"),
    BACKUP_MODE("070", "backup mode change");

    private final String code;
    private final String description;

    TaskKind(String code, String work) {
        this.code = code;
        this.description = work;
    }

    /** The kind as lists of tasks write it. */
    public String code() {
        return code;
    }

    /** The kind as a single task writes it. */
    public String text() {
        return "redis " + description + " process";
    }
}
