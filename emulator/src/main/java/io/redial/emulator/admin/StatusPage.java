package io.redial.emulator.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page that shows the emulator. It may run its own script, wear its own style and ask this server, and nothing else. */
final class StatusPage {
    private static final String HTML = html();
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'; script-src " + contentHash("script") + "; style-src "
                    + contentHash("style"),
            "Referrer-Policy",
            "no-referrer");

    private StatusPage() {}

    static List<AdminRoute> routes() {
        return List.of(AdminRoute.get("/", ask -> page()), AdminRoute.get("", ask -> redirectToPage()));
    }

    private static AdminResponse page() {
        return AdminResponse.text("text/html; charset=utf-8", HTML).withHeaders(HEADERS);
    }

    /** What the page asks for is relative to its own address. */
    private static AdminResponse redirectToPage() {
        return AdminResponse.redirect("/_emulator/");
    }

    private static String html() {
        try (var resource = StatusPage.class.getResourceAsStream("status.html")) {
            if (resource == null) {
                throw new IllegalStateException("the status page is missing in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash by which a browser knows the one script, or style, that the page has. */
    private static String contentHash(String tag) {
        var found = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL)
                .matcher(HTML);
        if (!found.find()) {
            throw new IllegalStateException("the status page has no " + tag);
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(found.group(1).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
