package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.TaskFate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The password of an instance is set, changed, asked for and taken away; all work takes ten seconds. */
class PasswordsTest {
    private static final String RULE = "InvalidParameterValue.PasswordRuleError";
    private static final String WRONG = "InvalidParameterValue.PasswordError";
    private static final String EMPTY = "InvalidParameterValue.PasswordEmpty";

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(30)
            .quota(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final CloudCaller caller = new CloudCaller(emulator, clock::millis);
    private final Console console = new Console(caller);
    private final String id = console.newest();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aPasswordIsNeededOnceItsTaskIsDone() {
        assertPasswordFree(true);
        var answer = caller.call("ResetPassword", body("Password", "first-secret-1"));
        DocumentedShape.assertComplete(
                CloudCaller.API.action("ResetPassword").orElseThrow().output(), answer, "ResetPassword");
        assertPasswordFree(true);
        pass();
        assertPasswordFree(false);
        assertThat(console.tasks(id).path(0).path("TaskType").asText()).isEqualTo("007");
        assertThat(caller.code("ClearInstance", body())).isEqualTo(EMPTY);
        assertThat(caller.code("ClearInstance", body("Password", "first-secret-2")))
                .isEqualTo(WRONG);
        assertThat(caller.code("ClearInstance", body("Password", "first-secret-1")))
                .isEmpty();
    }

    @Test
    void aPasswordIsTakenAway() {
        caller.call("ResetPassword", body("Password", "first-secret-1"));
        pass();
        caller.call("ResetPassword", free());
        assertPasswordFree(false);
        pass();
        assertPasswordFree(true);
        assertThat(console.tasks(id).path(0).path("TaskType").asText()).isEqualTo("035");
        assertThat(caller.code("ClearInstance", body())).isEmpty();
    }

    @Test
    void whenTheTaskFailsTheOldPasswordRemains() {
        caller.call("ResetPassword", body("Password", "first-secret-1"));
        pass();
        emulator.nextTask(id, TaskFate.fails("no room"));
        caller.call("ResetPassword", body("Password", "second-secret-2"));
        pass();
        assertThat(caller.code("ClearInstance", body("Password", "second-secret-2")))
                .isEqualTo(WRONG);
        assertThat(caller.code("ClearInstance", body("Password", "first-secret-1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ModfiyInstancePassword", "ModifyInstancePassword"})
    void theOldPasswordOpensTheWayToTheNewOne(String action) {
        // nobody can know the password of an instance that has none
        assertThat(caller.code(action, change("whatever", "first-secret-1"))).isEmpty();
        pass();
        assertThat(caller.code(action, change("whatever", "second-secret-2"))).isEqualTo(WRONG);
        var answer = caller.call(action, change("first-secret-1", "second-secret-2"));
        assertThat(answer.path("TaskId").isIntegralNumber()).isTrue();
        pass();
        assertThat(caller.code(action, change("first-secret-1", "third-secret-3")))
                .isEqualTo(WRONG);
        assertThat(caller.code("ClearInstance", body("Password", "second-secret-2")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ClearInstance, " + EMPTY, "KillMasterGroup, " + EMPTY, "RestoreInstance, " + WRONG})
    void whoAsksForThePasswordChecksIt(String action, String missing) {
        caller.call("ResetPassword", body("Password", "first-secret-1"));
        pass();
        var body = action.equals("RestoreInstance") ? body("BackupId", backup()) : body();
        assertThat(caller.code(action, body)).isEqualTo(missing);
        assertThat(caller.code(action, with(body, "Password", "first-secret-2")))
                .isEqualTo(WRONG);
        assertThat(emulator.accepted(action, id)).isZero();
        assertThat(caller.code(action, with(body, "Password", "first-secret-1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "seven-7, " + RULE,
        "eight-88, ''",
        "onlysmallletters, " + RULE,
        "12345678, " + RULE,
        "smallAndLarge, ''",
        "/begins-with-it1, " + RULE,
        "ends-with-it1/, ''",
        "9876543_, ''",
        "'', " + RULE,
    })
    void aNewPasswordMustBeOfTheDocumentedForm(String password, String code) {
        assertThat(caller.code("ResetPassword", body("Password", password))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"64, ''", "65, " + RULE})
    void aNewPasswordMustNotBeTooLong(int length, String code) {
        assertThat(caller.code("ResetPassword", body("Password", "1" + "a".repeat(length - 1))))
                .isEqualTo(code);
    }

    @Test
    void whatIsNotGivenIsRefused() {
        assertThat(caller.code("ResetPassword", body())).isEqualTo("InvalidParameter");
        assertThat(caller.code("ModfiyInstancePassword", change("", "first-secret-1")))
                .isEqualTo("InvalidParameter.EmptyParam");
        assertThat(caller.code("ModfiyInstancePassword", change("whatever", "")))
                .isEqualTo("InvalidParameter.EmptyParam");
        assertThat(caller.code("ModfiyInstancePassword", change("whatever", "short")))
                .isEqualTo(RULE);
    }

    @Test
    void noAnswerAndNoErrorRepeatsAPassword() {
        var answers = caller.call("ResetPassword", body("Password", "onlysmallletters"))
                + caller.call("ResetPassword", body("Password", "first-secret-1"))
                        .toString();
        pass();
        answers += caller.call("ClearInstance", body("Password", "guessed-secret"))
                + console.row(id).toString()
                + caller.call("DescribeInstanceAccount", "{\"InstanceId\":\"" + id + "\",\"Limit\":9,\"Offset\":0}");
        assertThat(answers).contains(WRONG).doesNotContain("onlysmallletters", "first-secret-1", "guessed-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "8, '', " + EMPTY,
        "8, short-1, " + RULE,
        "8, long-enough-1, ''",
        "4, long-enough-1, " + RULE,
        "4, longenough1, ''",
    })
    void aNewInstanceHasItsPassword(int type, String password, String code) {
        var answer = caller.call("CreateInstances", create(type, password));
        assertThat(CloudCaller.code(answer)).isEqualTo(code);
        if (code.isEmpty()) {
            pass();
            var made = answer.path("InstanceIds").path(0).asText();
            assertThat(console.row(made).path("NoAuth").booleanValue()).isFalse();
            assertThat(console.code("ClearInstance", made)).isEqualTo(EMPTY);
        }
    }

    @Test
    void aNewInstanceNeedsNoPasswordIfItIsPasswordFree() {
        var body = parse(create(8, "short"));
        var answer = caller.call(
                "CreateInstances",
                body.put("NoAuth", true)
                        .put("VpcId", "vpc-1")
                        .put("SubnetId", "subnet-1")
                        .toString());
        pass();
        var made = answer.path("InstanceIds").path(0).asText();
        assertThat(console.row(made).path("NoAuth").booleanValue()).isTrue();
        assertThat(console.code("ClearInstance", made)).isEmpty();
    }

    @Test
    void aCloneHasAPasswordOfItsOwn() {
        var clone = parse(body("BackupId", backup()));
        clone.put("GoodsNum", 1).put("ZoneId", 100002).put("BillingMode", 0).put("Period", 1);
        clone.putArray("SecurityGroupIdList").add("sg-o0lb0aaa");
        assertThat(caller.code("CloneInstances", clone.toString())).isEqualTo(EMPTY);
        assertThat(caller.code("CloneInstances", clone.put("Password", "1a").toString()))
                .isEqualTo(RULE);
        var answer = caller.call(
                "CloneInstances", clone.put("Password", "first-secret-1").toString());
        pass();
        var made = answer.path("InstanceIds").path(0).asText();
        assertThat(console.row(made).path("PasswordFree").asInt(-1)).isZero();
        assertPasswordFree(true);
    }

    private void assertPasswordFree(boolean free) {
        var row = console.row(id);
        assertThat(row.path("NoAuth").booleanValue()).isEqualTo(free);
        assertThat(row.path("PasswordFree").asInt(-1)).isEqualTo(free ? 1 : 0);
    }

    private void pass() {
        clock.advance(Duration.ofMillis(10_150));
    }

    private String backup() {
        console.call("ManualBackupInstance", id);
        pass();
        return console.call("DescribeInstanceBackups", id)
                .path("BackupSet")
                .path(0)
                .path("BackupId")
                .asText();
    }

    private String free() {
        return parse(body()).put("NoAuth", true).toString();
    }

    private String body() {
        return "{\"InstanceId\":\"" + id + "\"}";
    }

    private String body(String name, String value) {
        return with(body(), name, value);
    }

    private String change(String old, String next) {
        return with(body("OldPassword", old), "Password", next);
    }

    private static String create(int type, String password) {
        var body = "{\"TypeId\":" + type + ",\"MemSize\":1024,\"GoodsNum\":1,\"Period\":1,\"BillingMode\":0}";
        return password.isEmpty() ? body : with(body, "Password", password);
    }

    private static String with(String body, String name, String value) {
        return parse(body).put(name, value).toString();
    }

    private static ObjectNode parse(String body) {
        try {
            return (ObjectNode) CloudCaller.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
