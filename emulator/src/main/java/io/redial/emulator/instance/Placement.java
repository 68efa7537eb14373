package io.redial.emulator.instance;

/**
 * Where an instance stands.
 *
 * @param zoneId the zone of its primary node
 * @param multiZone whether its replicas stand in other zones
 */
public record Placement(int zoneId, boolean multiZone) {}
