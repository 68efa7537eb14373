package io.redial.examples;

import io.redial.tencent.redis.Region;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line that goes on with a journal. */
record ResumeCommandLine(Path journal, @Nullable URI endpoint, Region region) {

    /** What to say after a run: nothing if there is nothing left to do. */
    List<String> linesFor(FleetReport report) {
        return report.isComplete() ? List.of() : List.of("go on with: " + text());
    }

    String text() {
        return program() + " resume " + quoted(journal.toAbsolutePath().toString())
                + (endpoint == null ? "" : " --endpoint " + endpoint) + " --region " + region.id();
    }

    /** How this program was started. */
    private static String program() {
        try {
            var here = Path.of(ExamplesMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return here.toString().endsWith(".jar")
                    ? "java -jar " + quoted(here.toString())
                    : "java -cp " + quoted(System.getProperty("java.class.path")) + " " + ExamplesMain.class.getName();
        } catch (URISyntaxException e) {
            return "redial-examples";
        }
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
