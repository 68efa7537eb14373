package io.redial.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.QuotaMode;
import io.redial.emulator.junit.CloudEmulatorTest.Lifecycle;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs small test classes and looks at the clouds that they were given. */
class CloudEmulatorExtensionTest {
    private static final List<CloudEmulator> SEEN = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @AfterEach
    void allAreClosed() {
        assertThat(SEEN).noneMatch(CloudEmulatorExtensionTest::isOpen);
    }

    @Test
    void eachTestHasItsOwnAllTheWayFromItsConstructor() {
        passes(Alone.class, 2);
        assertThat(SEEN).hasSize(8);
        assertThat(SEEN.subList(0, 4)).containsOnly(SEEN.get(0));
        assertThat(SEEN.subList(4, 8)).containsOnly(SEEN.get(4)).doesNotContain(SEEN.get(0));
    }

    @CloudEmulatorTest
    static class Alone {
        Alone(CloudEmulator cloud) {
            SEEN.add(cloud);
        }

        @BeforeEach
        @AfterEach
        void look(CloudEmulator cloud) {
            SEEN.add(cloud);
        }

        @Test
        void one(CloudEmulator cloud, ClientSettings settings) {
            SEEN.add(cloud);
            assertThat(isOpen(cloud)).isTrue();
            assertThat(settings)
                    .isEqualTo(ClientSettings.of(cloud, false))
                    .hasToString(
                            "ClientSettings[" + cloud.endpoint() + ", " + cloud.secretId() + ", ***, ap-guangzhou]");
        }

        @Test
        void another(CloudEmulator cloud) {
            SEEN.add(cloud);
        }
    }

    @Test
    void aClassSharesOneIfItWants() {
        passes(Together.class, 4);
        assertThat(SEEN).hasSize(6);
        assertThat(SEEN.stream().distinct()).hasSize(2);
        assertThat(SEEN.stream().filter(SEEN.get(0)::equals)).hasSize(5);
    }

    @CloudEmulatorTest(lifecycle = Lifecycle.PER_CLASS)
    static class Together {
        @BeforeAll
        @AfterAll
        static void look(CloudEmulator cloud) {
            SEEN.add(cloud);
            assertThat(isOpen(cloud)).isTrue();
        }

        @Test
        void one(CloudEmulator cloud) {
            SEEN.add(cloud);
        }

        @Test
        @CloudEmulatorTest(instances = 5)
        void alone(CloudEmulator cloud) {
            SEEN.add(cloud);
            assertThat(cloud.instances()).isEqualTo(5);
        }

        @Nested
        class Within {
            @Test
            void another(CloudEmulator cloud) {
                SEEN.add(cloud);
            }
        }

        @Nested
        class AllOfThem {
            @Nested
            class Deeper {
                @Test
                void another(CloudEmulator cloud) {
                    SEEN.add(cloud);
                }
            }
        }
    }

    @Test
    void oneThatIsNotAskedForIsNotStarted() {
        passes(Nobody.class, 1);
    }

    @CloudEmulatorTest(region = "moon")
    static class Nobody {
        @Test
        void asks() {}
    }

    @Test
    void aTestThatFailsLeavesNoneOpen() {
        run(Failing.class).assertStatistics(events -> events.failed(2));
        assertThat(SEEN).hasSize(2);
    }

    @CloudEmulatorTest
    static class Failing {
        @Test
        void failsItself(CloudEmulator cloud) {
            SEEN.add(cloud);
            throw new AssertionError("as it should");
        }

        @Nested
        class Before {
            @BeforeEach
            void fails(CloudEmulator cloud) {
                SEEN.add(cloud);
                throw new AssertionError("as it should");
            }

            @Test
            void isNotReached() {}
        }
    }

    @Test
    void rowsAndRepetitionsHaveTheirOwn() {
        passes(Repeated.class, 5);
        assertThat(SEEN).hasSize(5).doesNotHaveDuplicates();
    }

    @CloudEmulatorTest
    static class Repeated {
        @RepeatedTest(3)
        void repeated(CloudEmulator cloud) {
            SEEN.add(cloud);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void rows(int row, CloudEmulator cloud) {
            assertThat(row).isBetween(1, 2);
            SEEN.add(cloud);
        }
    }

    @Test
    void testsAtTheSameTimeShareNothing() {
        var events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(AtTheSameTime.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .execute()
                .testEvents();
        events.assertStatistics(counts -> counts.succeeded(2));
        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
    }

    @CloudEmulatorTest(instances = 3)
    static class AtTheSameTime {
        private static final CountDownLatch BOTH = new CountDownLatch(2);

        @Test
        void one(CloudEmulator cloud) throws InterruptedException {
            SEEN.add(cloud);
            BOTH.countDown();
            assertThat(BOTH.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(isOpen(cloud)).isTrue();
        }

        @Test
        void other(CloudEmulator cloud) throws InterruptedException {
            one(cloud);
        }
    }

    @Test
    void otherAnnotationsAreMadeOfItAndSubclassesInheritIt() {
        passes(Inherited.class, 2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @CloudEmulatorTest(
            instances = 7,
            seed = 3,
            region = "ap-tokyo",
            quota = QuotaMode.OFF,
            taskMillis = 5,
            latencyMillis = {0, 2},
            https = true)
    @interface SevenInTokyo {}

    @SevenInTokyo
    static class Composed {
        @Test
        void isAsTheAnnotationSays(CloudEmulator cloud, ClientSettings settings) {
            SEEN.add(cloud);
            assertThat(cloud.instances()).isEqualTo(7);
            assertThat(settings.region()).isEqualTo("ap-tokyo");
            assertThat(settings.endpoint()).isEqualTo(cloud.secureEndpoint());
            assertThat(settings.certificate()).contains(cloud.certificate());
        }

        @Nested
        @CloudEmulatorTest(instances = 2)
        class Other {
            @Test
            void isAsItSaysItself(CloudEmulator cloud, ClientSettings settings) {
                SEEN.add(cloud);
                assertThat(cloud.instances()).isEqualTo(2);
                assertThat(settings.region()).isEqualTo("ap-guangzhou");
                assertThat(settings.certificate()).isEmpty();
            }
        }
    }

    static class Inherited extends Composed {}

    @ParameterizedTest
    @ValueSource(classes = {TooEarly.class, OneObjectForAll.class})
    void beforeTheFirstTestThereIsNoneOfItsOwn(Class<?> tests) {
        fails(tests, "lifecycle = PER_CLASS");
    }

    @CloudEmulatorTest
    static class TooEarly {
        @BeforeAll
        static void early(CloudEmulator cloud) {
            SEEN.add(cloud);
        }

        @Test
        void isNotReached() {}
    }

    @CloudEmulatorTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneObjectForAll {
        OneObjectForAll(CloudEmulator cloud) {
            SEEN.add(cloud);
        }

        @Test
        void isNotReached() {}
    }

    @Test
    void whatIsWrongWithAnAttributeIsSaid() {
        fails(NoSuchRegion.class, "there is no region 'moon'");
        fails(ThreeNumbers.class, "taskMillis is one number or two, from and to, not 3");
        fails(Backwards.class, "a range of durations goes up");
    }

    @CloudEmulatorTest(region = "moon")
    static class NoSuchRegion extends OneTest {}

    @CloudEmulatorTest(taskMillis = {1, 2, 3})
    static class ThreeNumbers extends OneTest {}

    @CloudEmulatorTest(latencyMillis = {2, 1})
    static class Backwards extends OneTest {}

    static class OneTest {
        @Test
        void takes(CloudEmulator cloud) {
            SEEN.add(cloud);
        }
    }

    private static void passes(Class<?> tests, int count) {
        run(tests).assertStatistics(events -> events.started(count).succeeded(count));
    }

    private static void fails(Class<?> tests, String text) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(found -> found.contains(text)))));
        assertThat(SEEN).isEmpty();
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private static boolean isOpen(CloudEmulator cloud) {
        try (var socket = new Socket("127.0.0.1", cloud.endpoint().getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
