package io.redial.reactive.credentials;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The files that Alibaba's SDKs and its CLI keep keys in. */
final class AlibabaFiles {
    private static final String PROFILE = "ALIBABA_CLOUD_PROFILE";

    /** The CLI's modes that stand for the keys themselves; the others stand for ways to get some. */
    private static final Set<String> MODES = Set.of("AK", "StsToken");

    private final Environment environment;
    private final Path home;

    AlibabaFiles(Environment environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /** The file of the CLI. */
    Mono<Credentials> cli(@Nullable String name) {
        if (Boolean.parseBoolean(environment.value("ALIBABA_CLOUD_CLI_PROFILE_DISABLED"))) {
            return Mono.error(new CredentialsException(
                    "aliyun file: switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED in the environment"));
        }
        var path = home.resolve(".aliyun/config.json");
        return KeyFile.secret(path)
                .map(bytes -> cli(KeyJson.object(bytes, path.toString()), name, path))
                .onErrorMap(error -> Failures.of("aliyun file", error));
    }

    private Credentials cli(Map<String, Object> config, @Nullable String name, Path path) {
        var wanted = name == null ? environment.value(PROFILE) : name;
        var profile = wanted == null ? KeyNames.text(config, "current") : wanted;
        var where = path + ", profile " + profile;
        if (config.get("profiles") instanceof Iterable<?> profiles) {
            for (var candidate : profiles) {
                var fields = KeyJson.members(candidate, where);
                if (Objects.equals(KeyNames.text(fields, "name"), profile)) {
                    return ofMode(fields, where);
                }
            }
        }
        throw new CredentialsException(where + " is not there");
    }

    private static Credentials ofMode(Map<String, Object> fields, String where) {
        var mode = KeyNames.text(fields, "mode");
        if (mode == null || !MODES.contains(mode)) {
            throw new CredentialsException(where + " is of mode " + mode + "; only AK and StsToken hold keys");
        }
        return KeyNames.ALIBABA_CLI.read(fields, where);
    }

    /** The profile file of the SDKs. */
    Mono<Credentials> profile(@Nullable String name) {
        var path = Path.of(environment.value(
                "ALIBABA_CLOUD_CREDENTIALS_FILE",
                home.resolve(".alibabacloud/credentials.ini").toString()));
        var section = name == null ? environment.value(PROFILE, "default") : name;
        return KeyFile.secret(path)
                .map(bytes ->
                        profile(new IniFile(bytes, path.toString()).section(section), path + " [" + section + "]"))
                .onErrorMap(error -> Failures.of("profile file", error));
    }

    private static Credentials profile(Map<String, String> fields, String where) {
        if (!Boolean.parseBoolean(fields.get("enable"))) {
            throw new CredentialsException(where + " is not switched on: it lacks enable = true");
        }
        if (!"access_key".equals(fields.get("type"))) {
            throw new CredentialsException(where + " is not of type access_key, which alone holds keys");
        }
        return KeyNames.ALIBABA_PROFILE.read(fields, where);
    }
}
