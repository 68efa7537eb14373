package io.redial.reactive.credentials;

import io.redial.core.GenericRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.CredentialsException;
import io.redial.core.error.Refusal;
import io.redial.core.error.ServiceException;
import io.redial.core.error.UnreadableAnswerException;
import io.redial.core.protocol.HttpAnswer;
import io.redial.core.protocol.HttpCall;
import io.redial.core.protocol.Target;
import io.redial.core.protocol.TencentProtocol;
import io.redial.core.wire.WireWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tencent's Security Token Service, which gives temporary keys for a role. Each subscription is a call. */
final class Sts {
    static final URI USUAL_ENDPOINT = URI.create("https://sts.tencentcloudapi.com");

    private static final String VERSION = "2018-08-13";

    private final TencentProtocol protocol = TencentProtocol.forService("sts");
    private final KeyHttp http;
    private final URI endpoint;
    private final Duration timeout;
    private final Scheduler scheduler;
    private final OwnClock clock;

    Sts(KeyHttp http, URI endpoint, Duration timeout, Scheduler scheduler) {
        this.http = http;
        this.endpoint = endpoint;
        this.timeout = timeout;
        this.scheduler = scheduler;
        this.clock = new OwnClock(scheduler);
    }

    /** Assumes a role with keys that may, signed with TC3-HMAC-SHA256 like any call. */
    Mono<Credentials> assumeRole(AssumeRole role, Credentials source) {
        var parameters = role.parameters();
        var request = GenericRequest.of("sts", "AssumeRole", VERSION, parameters);
        var target = new Target(endpoint, role.region());
        return keys(new Question(
                request,
                target,
                time -> protocol.encode(request, target, source, time),
                "AssumeRole of " + role.roleArn(),
                source.secretKey(),
                source.token(),
                (String) parameters.get("ExternalId")));
    }

    /** Assumes a role with a token that somebody else has signed; the call itself carries no signature. */
    Mono<Credentials> assumeRoleWithWebIdentity(String region, WebIdentity identity) {
        var request = GenericRequest.of("sts", "AssumeRoleWithWebIdentity", VERSION, identity.parameters(clock.now()));
        var target = new Target(endpoint, region);
        return keys(new Question(
                request,
                target,
                time -> unsigned(request, target, time),
                "AssumeRoleWithWebIdentity of " + identity.roleArn(),
                identity.token()));
    }

    private Mono<Credentials> keys(Question question) {
        return Mono.defer(() -> ask(question, clock.now(), true))
                .timeout(timeout, scheduler)
                .onErrorMap(error -> Failures.of(question.name + ": " + question.target.host(), error));
    }

    private Mono<Credentials> ask(Question question, Instant time, boolean mayCorrectTheClock) {
        return http.send(question.encoding.apply(time)).flatMap(answer -> {
            try {
                return Mono.just(read(question, answer));
            } catch (ServiceException refused) {
                var serverTime = answer.serverTime();
                return mayCorrectTheClock && refused.refusal() == Refusal.CLOCK && serverTime.isPresent()
                        ? ask(question, serverTime.get(), false)
                        : Mono.error(question.refused(refused));
            }
        });
    }

    private Credentials read(Question question, HttpAnswer answer) {
        try {
            var response = protocol.decode(question.request.action(), question.target, answer);
            var where = "the answer to " + question.name;
            var fields = new LinkedHashMap<>(KeyJson.members(response.fields(), where));
            fields.putAll(KeyJson.members(fields.get("Credentials"), where + " has no Credentials, so it"));
            return clock.translated(KeyNames.STS.read(fields, where), answer);
        } catch (UnreadableAnswerException e) {
            // It would quote the answer, which may hold keys.
            throw new CredentialsException(question.name + ": " + question.target.host() + " answered with HTTP "
                    + answer.status() + " and something other than STS's JSON");
        }
    }

    private static HttpCall unsigned(GenericRequest request, Target target, Instant time) {
        var action = request.action();
        var headers = Map.of(
                "Host", target.host(),
                "Content-Type", "application/json; charset=utf-8",
                "Authorization", "SKIP",
                "X-TC-Action", action.name(),
                "X-TC-Version", action.version(),
                "X-TC-Region", target.region(),
                "X-TC-Timestamp", Long.toString(time.getEpochSecond()));
        var body = WireWriter.bytes(request, action.request());
        return new HttpCall("POST", target.endpoint().resolve("/"), headers, body);
    }

    /** A call for keys: what is sent at a time, and what nobody may read of it. */
    private static final class Question {
        private final GenericRequest request;
        private final Target target;
        private final Function<Instant, HttpCall> encoding;
        private final String name;
        private final @Nullable String[] secrets;

        Question(
                GenericRequest request,
                Target target,
                Function<Instant, HttpCall> encoding,
                String name,
                @Nullable String... secrets) {
            this.request = request;
            this.target = target;
            this.encoding = encoding;
            this.name = name;
            this.secrets = secrets;
        }

        CredentialsException refused(ServiceException error) {
            var message = Stream.of(secrets)
                    .filter(Objects::nonNull)
                    .reduce(error.serverMessage(), (text, secret) -> text.replace(secret, "***"));
            return new CredentialsException(name + " was refused: " + error.code() + ": " + message
                    + (error.requestId() == null ? "" : " [request id " + error.requestId() + "]"));
        }
    }
}
