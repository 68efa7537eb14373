package io.redial.reactive.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The keys of the role that a pod has in a TKE cluster. Its token is read anew each time, for the cluster changes it. */
final class TkeRole {
    private static final String REGION = "TKE_REGION";
    private static final String PROVIDER = "TKE_PROVIDER_ID";
    private static final String TOKEN_FILE = "TKE_WEB_IDENTITY_TOKEN_FILE";
    private static final String ROLE = "TKE_ROLE_ARN";

    private final Environment environment;
    private final Sts sts;

    TkeRole(Environment environment, Sts sts) {
        this.environment = environment;
        this.sts = sts;
    }

    Mono<Credentials> fetch() {
        return Mono.defer(() -> {
            var region = environment.value(REGION);
            var provider = environment.value(PROVIDER);
            var file = environment.value(TOKEN_FILE);
            var role = environment.value(ROLE);
            if (region == null || provider == null || file == null || role == null) {
                return Mono.error(new CredentialsException("TKE role: not set in the environment: " + missing()));
            }
            return KeyFile.open(Path.of(file))
                    .map(bytes -> new WebIdentity(provider, role, token(bytes, file)))
                    .flatMap(identity -> sts.assumeRoleWithWebIdentity(region, identity));
        });
    }

    private static String token(byte[] bytes, String file) {
        var token = new String(bytes, UTF_8).strip();
        if (token.isEmpty()) {
            throw new CredentialsException("TKE role: " + file + " is empty");
        }
        return token;
    }

    private String missing() {
        return Stream.of(REGION, PROVIDER, TOKEN_FILE, ROLE)
                .filter(name -> environment.value(name) == null)
                .collect(Collectors.joining(", "));
    }
}
