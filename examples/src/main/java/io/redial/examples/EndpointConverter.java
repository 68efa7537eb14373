package io.redial.examples;

import java.net.URI;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a cloud. */
final class EndpointConverter implements ITypeConverter<URI> {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public URI convert(String text) {
        try {
            var address = URI.create(text);
            if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Not an address at all: the same advice helps.
        }
        throw new TypeConversionException("'" + text
                + "' is not an address like https://redis.ap-guangzhou.tencentcloudapi.com or http://127.0.0.1:8080");
    }
}
