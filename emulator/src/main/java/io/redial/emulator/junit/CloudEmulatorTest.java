package io.redial.emulator.junit;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.QuotaMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class an emulated cloud, which they take as a parameter of type {@link CloudEmulator} or
 * {@link ClientSettings}.
 *
 * <pre>{@code
 * @CloudEmulatorTest(instances = 20)
 * class ListingTest {
 *     @Test
 *     void listsThemAll(CloudEmulator cloud, ClientSettings settings) { ... }
 * }
 * }</pre>
 *
 * <p>As a rule each test has a cloud of its own, which its constructor, its {@code @BeforeEach} and its
 * {@code @AfterEach} methods see too; {@code @BeforeAll} methods have none. With {@link Lifecycle#PER_CLASS} all tests of
 * the class share one. A cloud starts when it is first asked for and is closed after the test or the class, whatever
 * became of it. No two tests that run at the same time share a cloud unless they were told to.
 *
 * <p>{@code @Nested} classes have what the class around them has, with {@link Lifecycle#PER_CLASS} its very cloud, unless
 * they say otherwise. So can a method, which then has a cloud of its own. Subclasses inherit the annotation, and other
 * annotations can be made out of it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(CloudEmulatorExtension.class)
public @interface CloudEmulatorTest {

    /** How many instances there are at first, 0 to 100,000. */
    int instances() default 300;

    /** What the instances and all that is random come from. */
    long seed() default 1;

    /** The region where the instances are. */
    String region() default "ap-guangzhou";

    /** How requests are counted. */
    QuotaMode quotaMode() default QuotaMode.SLIDING;

    /** How long a task takes, in milliseconds, up to a day: from and to, or one number for both. */
    long[] taskMillis() default {200, 2000};

    /** How long a request and its answer travel together, in milliseconds, up to a day: from and to, or one for both. */
    long[] latencyMillis() default 0;

    /** Whether it listens for HTTPS too; then {@link ClientSettings} lead there. */
    boolean https() default false;

    /** Who shares a cloud; on a method it does not matter. */
    Lifecycle lifecycle() default Lifecycle.PER_METHOD;

    /** Who shares a cloud. */
    enum Lifecycle {
        /** Each test has its own, so also each repetition and each row of a table. */
        PER_METHOD,
        /** All tests of the class and of the classes nested in it share one. */
        PER_CLASS
    }
}
