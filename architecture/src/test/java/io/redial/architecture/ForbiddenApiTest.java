package io.redial.architecture;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** No main code waits, reads a clock or prints; examples are programs, and may. */
class ForbiddenApiTest {
    private static final String[] CHECKED_PACKAGES =
            ProjectModule.packagesOf(EnumSet.complementOf(EnumSet.of(ProjectModule.EXAMPLES)));

    @ParameterizedTest
    @EnumSource
    void mainCode_doesNotUseForbiddenApi(ForbiddenApi ban) {
        ban.rule(CHECKED_PACKAGES).check(ProjectClasses.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKING_CALLS, io.redial.architecture.Violations$BlockingCall",
        "SYSTEM_CLOCK,   io.redial.architecture.Violations$SystemClockRead",
        "CONSOLE_OUTPUT, io.redial.architecture.Violations$ConsoleOutput",
    })
    void everyViolation_isDetected(ForbiddenApi ban, Class<?> offences) {
        var caught = ban.rule("io.redial.architecture..")
                .evaluate(new ClassFileImporter().importClasses(offences))
                .getFailureReport()
                .getDetails();

        assertThat(stream(offences.getDeclaredMethods()).filter(method -> !method.isSynthetic()))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(caught).anyMatch(line -> line.contains(named(method))));
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName() + "(";
    }
}
