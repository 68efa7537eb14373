package io.redial.examples;

import io.redial.tencent.redis.Region;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a documented region. */
final class RegionConverter implements ITypeConverter<Region> {
    @Override
    public Region convert(String id) {
        return Region.all().stream()
                .filter(region -> region.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no region '" + id + "'; known are "
                        + Region.all().stream().map(Region::id).collect(Collectors.joining(", "))));
    }
}
