package io.redial.emulator.instance;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an instance is like while nothing is being done to it. Immutable.
 *
 * @param lifecycleState where it is in its life
 * @param type the number of its engine, version and architecture
 * @param metadata what it is called and filed under
 * @param placement where it stands
 * @param address where it is reached
 * @param memory how large it is and how full
 * @param features what is not as usual about it, by the simple name of its class
 */
public record InstanceState(
        LifecycleState lifecycleState,
        int type,
        InstanceMetadata metadata,
        Placement placement,
        Address address,
        Memory memory,
        Map<String, Feature> features) {

    /** Keeps a copy of the features, in the order of their names, so that equal states are written down alike. */
    public InstanceState {
        var copy = Map.copyOf(features);
        features = copy.size() < 2 ? copy : Collections.unmodifiableMap(new TreeMap<>(copy));
    }

    /** What this instance is like in one respect, or else what is usual. */
    @SuppressWarnings("unchecked") // the key is the class
    public <F extends Feature> F feature(F usual) {
        return (F) features.getOrDefault(usual.getClass().getSimpleName(), usual);
    }

    /** Whether it has shards. */
    public boolean isCluster() {
        return isCluster(type);
    }

    /** Whether instances of that type have shards. */
    public static boolean isCluster(int type) {
        return switch (type) {
            case 4, 7, 9, 16, 18, 200 -> true;
            default -> false;
        };
    }

    /** Whether its engine is CKV, which speaks like Redis. */
    public boolean isCkv() {
        return type == 3 || type == 4;
    }

    /** The version of its engine, for example {@code 6.2}. */
    public String version() {
        return version(type);
    }

    /** The version of the engine of instances of that type. */
    public static String version(int type) {
        return switch (type) {
            case 2, 5 -> "2.8";
            case 3, 4 -> "3.2";
            case 6, 7 -> "4.0";
            case 8, 9 -> "5.0";
            case 15, 16 -> "6.2";
            case 17, 18 -> "7.0";
            default -> "1.6";
        };
    }

    /** The same at another point of its life. */
    public InstanceState with(LifecycleState other) {
        return new InstanceState(other, type, metadata, placement, address, memory, features);
    }

    /** The same with another engine, version or architecture. */
    public InstanceState withType(int other) {
        return new InstanceState(lifecycleState, other, metadata, placement, address, memory, features);
    }

    /** The same under another label. */
    public InstanceState with(InstanceMetadata other) {
        return new InstanceState(lifecycleState, type, other, placement, address, memory, features);
    }

    /** The same in another place. */
    public InstanceState with(Placement other) {
        return new InstanceState(lifecycleState, type, metadata, other, address, memory, features);
    }

    /** The same at another address. */
    public InstanceState with(Address other) {
        return new InstanceState(lifecycleState, type, metadata, placement, other, memory, features);
    }

    /** The same in another size. */
    public InstanceState with(Memory other) {
        return new InstanceState(lifecycleState, type, metadata, placement, address, other, features);
    }

    /** The same, but in one respect like that. */
    public InstanceState with(Feature feature) {
        var all = new HashMap<>(features);
        all.put(feature.getClass().getSimpleName(), feature);
        return new InstanceState(lifecycleState, type, metadata, placement, address, memory, all);
    }
}
