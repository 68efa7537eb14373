package io.redial.emulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.junit.ClientSettings;
import io.redial.emulator.junit.CloudEmulatorTest;
import io.redial.emulator.junit.CloudEmulatorTest.Lifecycle;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page needs nothing but itself, may do nothing but ask, and takes what it is told as text. */
@CloudEmulatorTest(instances = 1, lifecycle = Lifecycle.PER_CLASS)
class StatusPageTest {
    private HttpResponse<String> page;
    private AdminTestClient client;

    @BeforeEach
    void load(ClientSettings settings) {
        client = new AdminTestClient(settings.endpoint());
        page = client.send("GET", "/", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style"})
    void policy_allowsOwnScriptAndStyleByHash(String tag) throws GeneralSecurityException {
        var content = page.body().split("<" + tag + ">")[1].split("</" + tag + ">")[0];
        var hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        assertThat(policy())
                .contains(tag + "-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        assertThat(page.body().split("<" + tag + "\\b")).hasSize(2);
    }

    @Test
    void policy_allowsNothingElse() {
        assertThat(policy())
                .startsWith(
                        "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    void page_loadsNoExternalResources() {
        assertThat(found("(?:src|href)=\"([^\"]*)\"")).containsExactlyInAnyOrder("data:,", "state");
        assertThat(found("(https?:[^\"' ]*)")).containsExactly("http://www.w3.org/2000/svg");
        assertThat(page.body()).doesNotContain("@import", "url(", " style=", " onclick", " onload");
    }

    @Test
    void page_neverParsesTextAsMarkup() {
        assertThat(page.body())
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
                .doesNotContain("createContextualFragment", "DOMParser", "srcdoc", "setHTML");
    }

    @Test
    void page_hasEveryElementItFills() {
        var ids = new TreeSet<>(found(" id=\"([^\"]*)\""));
        assertThat(ids).containsAll(found("\\$\\(\"([^\"]*)\"\\)")).containsAll(found(" table\\(\"([^\"]*)\""));
        assertThat(ids).containsAll(found("aria-labelledby=\"([^\"]*)\"")).containsAll(found(" for=\"([^\"]*)\""));
    }

    @Test
    void page_requestsExistingRoutes() {
        var asked = found("ask\\([\"`]([a-z]+)");
        assertThat(asked).containsExactlyInAnyOrder("state", "calls", "tasks", "faults", "instances");
        asked.forEach(path ->
                assertThat(client.send("GET", "/" + path, "").statusCode()).isEqualTo(200));
    }

    @Test
    void pathWithoutSlash_redirects(CloudEmulator cloud) {
        var answer = new AdminTestClient(cloud.endpoint()).send("GET", "", "");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("/_emulator/");
    }

    private String policy() {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private TreeSet<String> found(String pattern) {
        var all = new TreeSet<String>();
        Pattern.compile(pattern).matcher(page.body()).results().forEach(match -> all.add(match.group(1)));
        return all;
    }
}
