package io.redial.emulator.cloud;

import io.redial.emulator.instance.InstanceState;
import io.redial.emulator.instance.Memory;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a new instance is to be like.
 *
 * @param name its name; if empty, its id
 * @param type the number of its engine, version and architecture
 * @param zoneId the zone; if empty, any
 * @param projectId the project that it belongs to
 * @param memory its size and what is in it
 * @param customizer makes it what else it is to be; must be quick
 */
public record InstanceSpec(
        Optional<String> name,
        int type,
        Optional<Integer> zoneId,
        int projectId,
        Memory memory,
        UnaryOperator<InstanceState> customizer) {}
