package io.redial.reactive.credentials;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The files that Tencent's SDKs and its CLI keep keys in. */
final class TencentFiles {
    private static final String PROFILE = "TENCENTCLOUD_PROFILE";

    private final Environment environment;
    private final Path home;
    private final Path system;
    private final Sts sts;

    TencentFiles(Environment environment, Path home, Path system, Sts sts) {
        this.environment = environment;
        this.home = home;
        this.system = system;
        this.sts = sts;
    }

    /** The profile file of the SDKs: that of the whole machine goes before that of the user, as in the vendor's Java SDK. */
    Mono<Credentials> profile(@Nullable String name) {
        var named = environment.value("TENCENTCLOUD_CREDENTIALS_FILE");
        if (named != null) {
            return profile(Path.of(named), name);
        }
        var ofTheMachine = system.resolve("tencentcloud/credentials");
        return KeyFile.isThere(ofTheMachine)
                .flatMap(there -> profile(there ? ofTheMachine : home.resolve(".tencentcloud/credentials"), name));
    }

    private Mono<Credentials> profile(Path path, @Nullable String name) {
        var section = name == null ? environment.value(PROFILE, "default") : name;
        var where = "profile file: " + path;
        return KeyFile.secret(path)
                .map(bytes -> KeyNames.TENCENT_PROFILE.read(
                        new IniFile(bytes, where).section(section), where + " [" + section + "]"))
                .onErrorMap(error -> Failures.of("profile file", error));
    }

    /** The file of tccli; a role that stands in it is assumed. */
    Mono<Credentials> cli(@Nullable String name) {
        var profile = name == null ? environment.value("TCCLI_PROFILE", environment.value(PROFILE, "default")) : name;
        var path = home.resolve(".tccli").resolve(profile + ".credential");
        return KeyFile.secret(path)
                .flatMap(bytes -> cli(KeyJson.object(bytes, path.toString()), path))
                .onErrorMap(error -> Failures.of("tccli file", error));
    }

    private Mono<Credentials> cli(Map<String, Object> fields, Path path) {
        if ("cvm-role".equals(fields.get("type"))) {
            throw new CredentialsException(path + " says that the role of this CVM is to be used");
        }
        var keys = KeyNames.TENCENT_CLI.read(fields, path.toString());
        var role = KeyNames.text(fields, "role-arn");
        var session = KeyNames.text(fields, "role-session-name");
        return role == null || session == null ? Mono.just(keys) : sts.assumeRole(AssumeRole.of(role, session), keys);
    }
}
