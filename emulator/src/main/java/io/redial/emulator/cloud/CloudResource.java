package io.redial.emulator.cloud;

/** Something that an account has beside its instances. Each is a record and nothing but data. */
public sealed interface CloudResource permits DownloadRestriction, ParameterTemplate, ReplicationGroup {
    /** Its id, unique among its kind in a region. */
    String id();
}
