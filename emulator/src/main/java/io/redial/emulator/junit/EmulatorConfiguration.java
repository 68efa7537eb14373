package io.redial.emulator.junit;

import io.redial.emulator.EmulatorOptions;
import io.redial.emulator.junit.CloudEmulatorTest.Lifecycle;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What was asked for, and where: at a method or a class.
 *
 * @param annotation the annotation
 * @param context the test or the class that has it
 */
record EmulatorConfiguration(CloudEmulatorTest annotation, ExtensionContext context) {

    /** The innermost wish that holds here; the extension is only there where one does. */
    static EmulatorConfiguration find(ExtensionContext context) {
        return Stream.<Optional<ExtensionContext>>iterate(
                        Optional.of(context), Optional::isPresent, place -> place.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .flatMap(EmulatorConfiguration::declaredAt)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<EmulatorConfiguration> declaredAt(ExtensionContext place) {
        return AnnotationSupport.findAnnotation(place.getElement(), CloudEmulatorTest.class).stream()
                .map(settings -> new EmulatorConfiguration(settings, place));
    }

    /** Whether all tests of the place have the same cloud. */
    boolean isShared() {
        return annotation.lifecycle() == Lifecycle.PER_CLASS
                && context.getTestMethod().isEmpty();
    }

    EmulatorOptions options() {
        var task = annotation.taskMillis();
        var latency = annotation.latencyMillis();
        var options = EmulatorOptions.builder()
                .instances(annotation.instances())
                .seed(annotation.seed())
                .region(annotation.region())
                .quotaMode(annotation.quotaMode())
                .taskDuration(from("taskMillis", task), to(task))
                .latency(from("latencyMillis", latency), to(latency));
        return (annotation.https() ? options.https() : options).build();
    }

    private static Duration from(String what, long[] range) {
        if (range.length < 1 || range.length > 2) {
            throw new IllegalArgumentException(what + " is one number or two, from and to, not " + range.length);
        }
        return Duration.ofMillis(range[0]);
    }

    private static Duration to(long[] range) {
        return Duration.ofMillis(range[range.length - 1]);
    }
}
