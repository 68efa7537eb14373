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
class BansTest {
    private static final String[] UNDER_BANS = Module.packagesOf(EnumSet.complementOf(EnumSet.of(Module.EXAMPLES)));

    @ParameterizedTest
    @EnumSource
    void noMainCodeDoesIt(Ban ban) {
        ban.rule(UNDER_BANS).check(House.CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "WAITING,         io.redial.architecture.Offences$Waiting",
        "READING_A_CLOCK, io.redial.architecture.Offences$ReadingAClock",
        "PRINTING,        io.redial.architecture.Offences$Printing",
    })
    void everyOffenceIsCaught(Ban ban, Class<?> offences) {
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
