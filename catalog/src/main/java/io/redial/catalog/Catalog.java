package io.redial.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the API descriptions are found.
 *
 * <p>The descriptions of this project are resources of this module; others can be read from a folder. Reading is
 * strict: an unknown key, an unknown type, a duplicate or a missing rate ends it with a {@link CatalogException} that
 * names the file and the line. Only examples are read later, when somebody first looks at them.
 */
public final class Catalog {
    private Catalog() {}

    /** TencentDB for Redis, API 3.0, version 2018-04-12. */
    public static Api tencentRedis() {
        return load("tencent-redis-2018-04-12");
    }

    /** Tencent CRS, the older API v2 of the same service. */
    public static Api tencentCrs() {
        return load("tencent-crs-v2");
    }

    /** Alibaba Cloud R-KVStore (ApsaraDB for Redis), version 2015-01-01: the one action that its document describes. */
    public static Api aliyunKvStore() {
        return load("aliyun-r-kvstore-2015-01-01");
    }

    /** All of this module's descriptions. */
    public static List<Api> all() {
        return List.of(tencentRedis(), tencentCrs(), aliyunKvStore());
    }

    /**
     * Reads one of this module's descriptions.
     *
     * @param name its folder, for example {@code tencent-redis-2018-04-12}
     * @throws CatalogException if there is no such description or it is wrong
     */
    public static Api load(String name) {
        return new ApiReader(file -> resource(name + "/" + file)).read();
    }

    /**
     * Reads a description from a folder of the file system.
     *
     * @throws CatalogException if it is wrong
     */
    public static Api load(Path folder) {
        return new ApiReader(file -> file(folder.resolve(file))).read();
    }

    private static Optional<String> resource(String path) {
        try (var in = Catalog.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> file(Path path) {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
