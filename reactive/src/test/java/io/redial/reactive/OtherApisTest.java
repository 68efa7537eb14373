package io.redial.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.aliyun.kvstore.ModifyInstanceSpecRequest;
import io.redial.core.credentials.Credentials;
import io.redial.core.error.TaskFailedException;
import io.redial.reactive.follow.Progress;
import io.redial.tencent.crs.ClearRedisRequest;
import io.redial.tencent.crs.UpgradeRedisRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Following through the two other APIs, over scripted servers, in virtual time. */
class OtherApisTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ScriptedTransport server = new ScriptedTransport(time);
    private final List<String> states = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();

    private final TencentCrs crs = new TencentCrs(
            TencentCrs.builder()
                    .credentials(Credentials.of("AKID", "key"))
                    .region("gz")
                    .scheduler(time)
                    .config(),
            server);
    private final AliyunKvStore aliyun = new AliyunKvStore(
            AliyunKvStore.builder()
                    .credentials(Credentials.of("LTAI", "key"))
                    .region("cn-hangzhou")
                    .scheduler(time)
                    .config(),
            server);

    @Test
    void anOrderOfCrsIsOverWhenItsInstanceRunsAgain() {
        server.answersJson(
                        "{\"code\": \"0\", \"message\": \"\", \"codeDesc\": \"Success\", \"data\": {\"dealId\": \"7\"}}")
                .answersJson(deal(3))
                .answersJson(deal(4))
                .answersJson(instance(1))
                .answersJson(instance(2));

        follow(crs.follow(UpgradeRedisRequest.of("crs-ifmymj41", 2048)));
        time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(errors).isEmpty();
        assertThat(states).containsExactly("Submitted", "DELIVERING", "DELIVERED", "PROCESSING", "Succeeded");
    }

    @Test
    void aTaskOfCrsThatFailsIsAnError() {
        server.answersJson("{\"code\": 0, \"message\": \"\", \"codeDesc\": \"Success\", \"data\": {\"requestId\": 42}}")
                .answersJson(task(1))
                .answersJson(task(-1));

        follow(crs.follow(ClearRedisRequest.builder()
                .redisId("crs-ifmymj41")
                .password("secret-1")
                .build()));
        time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(states).containsExactly("Submitted", "RUNNING");
        assertThat(errors).singleElement().isInstanceOf(TaskFailedException.class);
    }

    @Test
    void workOfAlibabaIsFollowedByItsInstance() {
        server.answersJson("{\"RequestId\": \"r\", \"OrderId\": \"111\"}")
                .answersJson(attribute("Normal"))
                .answersJson(attribute("Changing"))
                .answersJson(attribute("Normal"));

        follow(aliyun.follow(ModifyInstanceSpecRequest.of("redis.master.small.default", "r-j6cxxxxxxxxxxxxx")));
        time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(errors).isEmpty();
        assertThat(states).containsExactly("Submitted", "Changing", "Succeeded");
    }

    private void follow(Flux<? extends Progress<?>> work) {
        work.map(step -> step instanceof Progress.Running<?> running
                        ? running.state()
                        : step.getClass().getSimpleName())
                .subscribe(states::add, errors::add);
    }

    private static String deal(int status) {
        return "{\"code\": 0, \"message\": \"\", \"codeDesc\": \"Success\", \"dealDetails\": [{\"dealId\": \"7\","
                + " \"status\": " + status + ", \"createTime\": \"2016-11-05 11:11:11\"}]}";
    }

    private static String instance(int status) {
        return "{\"code\": 0, \"message\": \"\", \"codeDesc\": \"Success\", \"data\": {\"totalCount\": 1, \"redisSet\": [{"
                + "\"redisId\": \"crs-ifmymj41\", \"status\": " + status + "}]}}";
    }

    private static String task(int status) {
        return "{\"code\": 0, \"message\": \"\", \"codeDesc\": \"Success\", \"data\": {\"status\": " + status + "}}";
    }

    private static String attribute(String status) {
        return "{\"RequestId\": \"r\", \"Instances\": {\"DBInstanceAttribute\": [{\"InstanceId\": \"r-j6cxxxxxxxxxxxxx\","
                + " \"InstanceStatus\": \"" + status + "\"}]}}";
    }
}
