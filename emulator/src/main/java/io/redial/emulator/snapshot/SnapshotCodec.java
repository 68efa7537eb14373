package io.redial.emulator.snapshot;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.redial.emulator.cloud.CloudResource;
import io.redial.emulator.cloud.RegionSnapshot;
import io.redial.emulator.instance.Feature;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Snapshots as JSON: the records of the state, field by field, under a version that changes when they do. */
public final class SnapshotCodec {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addMixIn(Feature.class, SubtypeMixIn.class)
            .addMixIn(CloudResource.class, SubtypeMixIn.class)
            .addModule(new SimpleModule()
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addDeserializer(Duration.class, new IsoDurationDeserializer())
                    .registerSubtypes(Feature.class.getPermittedSubclasses())
                    .registerSubtypes(CloudResource.class.getPermittedSubclasses()))
            .build();

    private SnapshotCodec() {}

    /** Writes regions down. */
    public static byte[] write(List<RegionSnapshot> regions) {
        try {
            return MAPPER.writeValueAsBytes(new Document(VERSION, regions));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("state is data and can always be written", e);
        }
    }

    /**
     * Reads regions.
     *
     * @throws IllegalArgumentException if the text is not a snapshot, or one of another version
     */
    public static List<RegionSnapshot> read(byte[] text) {
        try {
            var version = MAPPER.readTree(text).path("version").asInt();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "this emulator reads snapshots of version " + VERSION + ", and this is not one");
            }
            return MAPPER.readValue(text, Document.class).regions();
        } catch (JsonProcessingException e) {
            // its message would quote the text, and state is nobody's business
            throw new IllegalArgumentException("not a snapshot: wrong at " + location(e), e.getCause());
        } catch (IOException e) {
            throw new IllegalArgumentException("not a snapshot", e);
        }
    }

    private static String location(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "an unknown place" : "byte " + location.getByteOffset();
    }

    private record Document(int version, List<RegionSnapshot> regions) {
        Document {
            regions = List.copyOf(regions);
        }
    }

    /** Says which of the permitted records it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface SubtypeMixIn {}
}
