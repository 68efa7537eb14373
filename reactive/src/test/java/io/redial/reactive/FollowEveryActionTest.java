package io.redial.reactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redial.catalog.ActionSpec;
import io.redial.catalog.Catalog;
import io.redial.core.FollowableRequest;
import io.redial.core.wire.WireReader;
import io.redial.reactive.follow.Progress;
import io.redial.tencent.redis.CreateInstanceAccountRequest;
import io.redial.tencent.redis.CreateParamTemplateRequest;
import io.redial.tencent.redis.DescribeInstancesRequest;
import io.redial.tencent.redis.DestroyPostpaidInstanceRequest;
import io.redial.tencent.redis.InstanceSet;
import io.redial.tencent.redis.InstanceType;
import io.redial.tencent.redis.Privilege;
import io.redial.tencent.redis.ReadonlyPolicy;
import io.redial.tencent.redis.TencentRedisActions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action whose answer names work, from its documented request to the end of the work. */
class FollowEveryActionTest {
    private static final Duration TASK = Duration.ofSeconds(20);
    private static final List<String> INSTANCES = new ArrayList<>();

    private static VirtualCloud virtual;
    private static String template;
    private static int used;

    @BeforeAll
    static void start() {
        virtual = new VirtualCloud(options -> options.instances(200).taskDuration(TASK, TASK));
        virtual.redis
                .items(DescribeInstancesRequest.builder().build())
                .mapNotNull(InstanceSet::instanceId)
                .subscribe(INSTANCES::add);
        virtual.redis
                .call(CreateParamTemplateRequest.builder()
                        .name("mine")
                        .productType(InstanceType.of(6))
                        .build())
                .subscribe(made -> template = made.templateId());
        virtual.pass(Duration.ofSeconds(1));
    }

    @AfterAll
    static void stop() {
        virtual.close();
    }

    static Stream<ActionSpec> followable() {
        return Catalog.tencentRedis().actions().stream().filter(action -> action.handle() != null);
    }

    @Test
    void thereAreThoseOfTheDocumentAndTheOneThatItOnlyLists() {
        assertThat(followable()).hasSize(42 + 1);
    }

    @ParameterizedTest
    @MethodSource("followable")
    void isFollowedToTheEndOfItsWork(ActionSpec action) {
        var request = request(action);
        if (action.name().equals("CleanUpInstance")) {
            virtual.redis
                    .follow(DestroyPostpaidInstanceRequest.of(request.targets().get(0)))
                    .subscribe();
            virtual.pass(TASK.plusSeconds(2));
        }
        var accounts = Map.of("ModifyInstanceAccount", "test_account", "DeleteInstanceAccount", "example_account");
        if (accounts.containsKey(action.name())) {
            virtual.redis
                    .follow(CreateInstanceAccountRequest.builder()
                            .instanceId(request.targets().get(0))
                            .accountName(accounts.get(action.name()))
                            .accountPassword("secret-1")
                            .readonlyPolicy(ReadonlyPolicy.of("master"))
                            .privilege(Privilege.of("r"))
                            .build())
                    .subscribe();
            virtual.pass(TASK.plusSeconds(2));
        }
        var steps = new ArrayList<Progress<?>>();
        var errors = new ArrayList<Throwable>();
        var took = new ArrayList<Duration>();
        var began = virtual.now();

        virtual.redis
                .follow(request)
                .doFinally(end -> took.add(Duration.between(began, virtual.now())))
                .subscribe(steps::add, errors::add);
        virtual.pass(TASK.plusSeconds(4));

        assertThat(errors).isEmpty();
        assertThat(steps).first().isInstanceOf(Progress.Submitted.class);
        assertThat(steps).last().isInstanceOf(Progress.Succeeded.class);
        assertThat(took)
                .singleElement()
                .satisfies(time -> assertThat(time).isBetween(Duration.ofSeconds(1), TASK.plusSeconds(3)));
    }

    /** The documented request, for instances of this cloud that nothing else happens to. */
    private static FollowableRequest<?> request(ActionSpec action) {
        var documented = action.examples().isEmpty()
                ? "{\"InstanceId\": \"\", \"OldPassword\": \"old-secret-1\", \"Password\": \"new-secret-1\"}"
                : action.examples().get(0).request();
        var json = documented
                .replaceFirst("(\"InstanceId\":\\s*)\"[^\"]*\"", "$1\"" + instance() + "\"")
                .replaceFirst("(\"SrcInstanceId\":\\s*)\"[^\"]*\"", "$1\"" + instance() + "\"")
                .replaceFirst("(\"DstInstanceId\":\\s*)\"[^\"]*\"", "$1\"" + instance() + "\"")
                .replaceFirst(
                        "(\"TemplateId\":\\s*)\"[^\"]*\"",
                        "$1\"" + (action.name().equals("ApplyParamsTemplate") ? template : "") + "\"")
                .replaceFirst(
                        "(?s)(\"InstanceIds\":\\s*)\\[[^]]*]", "$1[\"" + instance() + "\", \"" + instance() + "\"]");
        var known = TencentRedisActions.all().stream()
                .filter(candidate -> candidate.name().equals(action.name()))
                .findFirst()
                .orElseThrow();
        return (FollowableRequest<?>)
                WireReader.read(json.getBytes(UTF_8), WireReader.UnknownFields.REFUSE, known.request());
    }

    private static String instance() {
        return INSTANCES.get(used++ % INSTANCES.size());
    }
}
