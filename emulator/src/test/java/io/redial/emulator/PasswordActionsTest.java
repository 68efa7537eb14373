package io.redial.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redial.emulator.cloud.TaskOutcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The password of an instance is set, changed, asked for and taken away; all work takes ten seconds. */
class PasswordActionsTest {
    private static final String RULE = "InvalidParameterValue.PasswordRuleError";
    private static final String WRONG = "InvalidParameterValue.PasswordError";
    private static final String EMPTY = "InvalidParameterValue.PasswordEmpty";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final CloudEmulator emulator = CloudEmulator.start(EmulatorOptions.builder()
            .clock(clock)
            .instances(30)
            .quotaMode(QuotaMode.OFF)
            .taskDuration(Duration.ofSeconds(10), Duration.ofSeconds(10))
            .build());
    private final Api3TestClient client = new Api3TestClient(emulator, clock::millis);
    private final InstanceInspector inspector = new InstanceInspector(client);
    private final String id = inspector.newestInstance();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void password_isRequiredAfterItsTask() {
        assertPasswordFree(true);
        var answer = client.call("ResetPassword", body("Password", "first-secret-1"));
        DocumentedFieldsAssert.assertComplete(
                Api3TestClient.API.action("ResetPassword").orElseThrow().output(), answer, "ResetPassword");
        assertPasswordFree(true);
        completeTasks();
        assertPasswordFree(false);
        assertThat(inspector.tasks(id).path(0).path("TaskType").asText()).isEqualTo("007");
        assertThat(client.errorCode("ClearInstance", body())).isEqualTo(EMPTY);
        assertThat(client.errorCode("ClearInstance", body("Password", "first-secret-2")))
                .isEqualTo(WRONG);
        assertThat(client.errorCode("ClearInstance", body("Password", "first-secret-1")))
                .isEmpty();
    }

    @Test
    void password_isRemoved() {
        client.call("ResetPassword", body("Password", "first-secret-1"));
        completeTasks();
        client.call("ResetPassword", passwordFreeBody());
        assertPasswordFree(false);
        completeTasks();
        assertPasswordFree(true);
        assertThat(inspector.tasks(id).path(0).path("TaskType").asText()).isEqualTo("035");
        assertThat(client.errorCode("ClearInstance", body())).isEmpty();
    }

    @Test
    void failedTask_keepsTheOldPassword() {
        client.call("ResetPassword", body("Password", "first-secret-1"));
        completeTasks();
        emulator.setNextTaskOutcome(id, TaskOutcome.fails("no room"));
        client.call("ResetPassword", body("Password", "second-secret-2"));
        completeTasks();
        assertThat(client.errorCode("ClearInstance", body("Password", "second-secret-2")))
                .isEqualTo(WRONG);
        assertThat(client.errorCode("ClearInstance", body("Password", "first-secret-1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ModfiyInstancePassword", "ModifyInstancePassword"})
    void passwordChange_requiresTheOldPassword(String action) {
        // nobody can know the password of an instance that has none
        assertThat(client.errorCode(action, passwordChange("whatever", "first-secret-1")))
                .isEmpty();
        completeTasks();
        assertThat(client.errorCode(action, passwordChange("whatever", "second-secret-2")))
                .isEqualTo(WRONG);
        var answer = client.call(action, passwordChange("first-secret-1", "second-secret-2"));
        assertThat(answer.path("TaskId").isIntegralNumber()).isTrue();
        completeTasks();
        assertThat(client.errorCode(action, passwordChange("first-secret-1", "third-secret-3")))
                .isEqualTo(WRONG);
        assertThat(client.errorCode("ClearInstance", body("Password", "second-secret-2")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ClearInstance, " + EMPTY, "KillMasterGroup, " + EMPTY, "RestoreInstance, " + WRONG})
    void actionsWithPassword_verifyIt(String action, String missing) {
        client.call("ResetPassword", body("Password", "first-secret-1"));
        completeTasks();
        var body = action.equals("RestoreInstance") ? body("BackupId", backup()) : body();
        assertThat(client.errorCode(action, body)).isEqualTo(missing);
        assertThat(client.errorCode(action, with(body, "Password", "first-secret-2")))
                .isEqualTo(WRONG);
        assertThat(emulator.acceptedCount(action, id)).isZero();
        assertThat(client.errorCode(action, with(body, "Password", "first-secret-1")))
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
    void newPassword_isValidated(String password, String code) {
        assertThat(client.errorCode("ResetPassword", body("Password", password)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"64, ''", "65, " + RULE})
    void newPassword_hasAMaximumLength(int length, String code) {
        assertThat(client.errorCode("ResetPassword", body("Password", "1" + "a".repeat(length - 1))))
                .isEqualTo(code);
    }

    @Test
    void missingPassword_isRejected() {
        assertThat(client.errorCode("ResetPassword", body())).isEqualTo("InvalidParameter");
        assertThat(client.errorCode("ModfiyInstancePassword", passwordChange("", "first-secret-1")))
                .isEqualTo("InvalidParameter.EmptyParam");
        assertThat(client.errorCode("ModfiyInstancePassword", passwordChange("whatever", "")))
                .isEqualTo("InvalidParameter.EmptyParam");
        assertThat(client.errorCode("ModfiyInstancePassword", passwordChange("whatever", "short")))
                .isEqualTo(RULE);
    }

    @Test
    void responses_omitPasswords() {
        var answers = client.call("ResetPassword", body("Password", "onlysmallletters"))
                + client.call("ResetPassword", body("Password", "first-secret-1"))
                        .toString();
        completeTasks();
        answers += client.call("ClearInstance", body("Password", "guessed-secret"))
                + inspector.row(id).toString()
                + client.call("DescribeInstanceAccount", "{\"InstanceId\":\"" + id + "\",\"Limit\":9,\"Offset\":0}");
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
    void newInstance_hasItsPassword(int type, String password, String code) {
        var answer = client.call("CreateInstances", create(type, password));
        assertThat(Api3TestClient.errorCode(answer)).isEqualTo(code);
        if (code.isEmpty()) {
            completeTasks();
            var made = answer.path("InstanceIds").path(0).asText();
            assertThat(inspector.row(made).path("NoAuth").booleanValue()).isFalse();
            assertThat(inspector.errorCode("ClearInstance", made)).isEqualTo(EMPTY);
        }
    }

    @Test
    void passwordFreeInstance_needsNoPassword() {
        var body = parse(create(8, "short"));
        var answer = client.call(
                "CreateInstances",
                body.put("NoAuth", true)
                        .put("VpcId", "vpc-1")
                        .put("SubnetId", "subnet-1")
                        .toString());
        completeTasks();
        var made = answer.path("InstanceIds").path(0).asText();
        assertThat(inspector.row(made).path("NoAuth").booleanValue()).isTrue();
        assertThat(inspector.errorCode("ClearInstance", made)).isEmpty();
    }

    @Test
    void clone_hasItsOwnPassword() {
        var clone = parse(body("BackupId", backup()));
        clone.put("GoodsNum", 1).put("ZoneId", 100002).put("BillingMode", 0).put("Period", 1);
        clone.putArray("SecurityGroupIdList").add("sg-o0lb0aaa");
        assertThat(client.errorCode("CloneInstances", clone.toString())).isEqualTo(EMPTY);
        assertThat(client.errorCode(
                        "CloneInstances", clone.put("Password", "1a").toString()))
                .isEqualTo(RULE);
        var answer = client.call(
                "CloneInstances", clone.put("Password", "first-secret-1").toString());
        completeTasks();
        var made = answer.path("InstanceIds").path(0).asText();
        assertThat(inspector.row(made).path("PasswordFree").asInt(-1)).isZero();
        assertPasswordFree(true);
    }

    private void assertPasswordFree(boolean free) {
        var row = inspector.row(id);
        assertThat(row.path("NoAuth").booleanValue()).isEqualTo(free);
        assertThat(row.path("PasswordFree").asInt(-1)).isEqualTo(free ? 1 : 0);
    }

    private void completeTasks() {
        clock.advance(Duration.ofMillis(10_150));
    }

    private String backup() {
        inspector.call("ManualBackupInstance", id);
        completeTasks();
        return inspector
                .call("DescribeInstanceBackups", id)
                .path("BackupSet")
                .path(0)
                .path("BackupId")
                .asText();
    }

    private String passwordFreeBody() {
        return parse(body()).put("NoAuth", true).toString();
    }

    private String body() {
        return "{\"InstanceId\":\"" + id + "\"}";
    }

    private String body(String name, String value) {
        return with(body(), name, value);
    }

    private String passwordChange(String old, String next) {
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
            return (ObjectNode) Api3TestClient.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
