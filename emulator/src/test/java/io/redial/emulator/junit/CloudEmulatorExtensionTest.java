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
    private static final List<CloudEmulator> CLOUDS = new CopyOnWriteArrayList<>();

    @BeforeEach
    void clearClouds() {
        CLOUDS.clear();
    }

    @AfterEach
    void assertAllClosed() {
        assertThat(CLOUDS).noneMatch(CloudEmulatorExtensionTest::isOpen);
    }

    @Test
    void perMethod_eachTestHasItsOwnCloud() {
        assertAllPass(CloudPerMethod.class, 2);
        assertThat(CLOUDS).hasSize(8);
        assertThat(CLOUDS.subList(0, 4)).containsOnly(CLOUDS.get(0));
        assertThat(CLOUDS.subList(4, 8)).containsOnly(CLOUDS.get(4)).doesNotContain(CLOUDS.get(0));
    }

    @CloudEmulatorTest
    static class CloudPerMethod {
        CloudPerMethod(CloudEmulator cloud) {
            CLOUDS.add(cloud);
        }

        @BeforeEach
        @AfterEach
        void addCloud(CloudEmulator cloud) {
            CLOUDS.add(cloud);
        }

        @Test
        void one(CloudEmulator cloud, ClientSettings settings) {
            CLOUDS.add(cloud);
            assertThat(isOpen(cloud)).isTrue();
            assertThat(settings)
                    .isEqualTo(ClientSettings.of(cloud, false))
                    .hasToString(
                            "ClientSettings[" + cloud.endpoint() + ", " + cloud.secretId() + ", ***, ap-guangzhou]");
        }

        @Test
        void another(CloudEmulator cloud) {
            CLOUDS.add(cloud);
        }
    }

    @Test
    void perClass_allTestsShareOneCloud() {
        assertAllPass(CloudPerClass.class, 4);
        assertThat(CLOUDS).hasSize(6);
        assertThat(CLOUDS.stream().distinct()).hasSize(2);
        assertThat(CLOUDS.stream().filter(CLOUDS.get(0)::equals)).hasSize(5);
    }

    @CloudEmulatorTest(lifecycle = Lifecycle.PER_CLASS)
    static class CloudPerClass {
        @BeforeAll
        @AfterAll
        static void addCloud(CloudEmulator cloud) {
            CLOUDS.add(cloud);
            assertThat(isOpen(cloud)).isTrue();
        }

        @Test
        void one(CloudEmulator cloud) {
            CLOUDS.add(cloud);
        }

        @Test
        @CloudEmulatorTest(instances = 5)
        void ownCloud(CloudEmulator cloud) {
            CLOUDS.add(cloud);
            assertThat(cloud.instanceCount()).isEqualTo(5);
        }

        @Nested
        class NestedTests {
            @Test
            void another(CloudEmulator cloud) {
                CLOUDS.add(cloud);
            }
        }

        @Nested
        class OuterNested {
            @Nested
            class InnerNested {
                @Test
                void another(CloudEmulator cloud) {
                    CLOUDS.add(cloud);
                }
            }
        }
    }

    @Test
    void unusedCloud_isNotStarted() {
        assertAllPass(UnusedCloud.class, 1);
    }

    @CloudEmulatorTest(region = "moon")
    static class UnusedCloud {
        @Test
        void needsNoCloud() {}
    }

    @Test
    void failingTest_closesItsCloud() {
        run(Failing.class).assertStatistics(events -> events.failed(2));
        assertThat(CLOUDS).hasSize(2);
    }

    @CloudEmulatorTest
    static class Failing {
        @Test
        void failsItself(CloudEmulator cloud) {
            CLOUDS.add(cloud);
            throw new AssertionError("as it should");
        }

        @Nested
        class FailingBeforeEach {
            @BeforeEach
            void fails(CloudEmulator cloud) {
                CLOUDS.add(cloud);
                throw new AssertionError("as it should");
            }

            @Test
            void isNotReached() {}
        }
    }

    @Test
    void repetitionsAndRows_haveTheirOwnClouds() {
        assertAllPass(Repeated.class, 5);
        assertThat(CLOUDS).hasSize(5).doesNotHaveDuplicates();
    }

    @CloudEmulatorTest
    static class Repeated {
        @RepeatedTest(3)
        void repeated(CloudEmulator cloud) {
            CLOUDS.add(cloud);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void rows(int row, CloudEmulator cloud) {
            assertThat(row).isBetween(1, 2);
            CLOUDS.add(cloud);
        }
    }

    @Test
    void parallelTests_haveTheirOwnClouds() {
        var events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ParallelTests.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .execute()
                .testEvents();
        events.assertStatistics(counts -> counts.succeeded(2));
        assertThat(CLOUDS).hasSize(2).doesNotHaveDuplicates();
    }

    @CloudEmulatorTest(instances = 3)
    static class ParallelTests {
        private static final CountDownLatch BOTH_STARTED = new CountDownLatch(2);

        @Test
        void one(CloudEmulator cloud) throws InterruptedException {
            CLOUDS.add(cloud);
            BOTH_STARTED.countDown();
            assertThat(BOTH_STARTED.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(isOpen(cloud)).isTrue();
        }

        @Test
        void other(CloudEmulator cloud) throws InterruptedException {
            one(cloud);
        }
    }

    @Test
    void annotation_isComposableAndInherited() {
        assertAllPass(Inherited.class, 2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @CloudEmulatorTest(
            instances = 7,
            seed = 3,
            region = "ap-tokyo",
            quotaMode = QuotaMode.OFF,
            taskMillis = 5,
            latencyMillis = {0, 2},
            https = true)
    @interface SevenInTokyo {}

    @SevenInTokyo
    static class Composed {
        @Test
        void isAsTheAnnotationSays(CloudEmulator cloud, ClientSettings settings) {
            CLOUDS.add(cloud);
            assertThat(cloud.instanceCount()).isEqualTo(7);
            assertThat(settings.region()).isEqualTo("ap-tokyo");
            assertThat(settings.endpoint()).isEqualTo(cloud.secureEndpoint());
            assertThat(settings.certificate()).contains(cloud.certificate());
        }

        @Nested
        @CloudEmulatorTest(instances = 2)
        class OwnAnnotation {
            @Test
            void isAsItSaysItself(CloudEmulator cloud, ClientSettings settings) {
                CLOUDS.add(cloud);
                assertThat(cloud.instanceCount()).isEqualTo(2);
                assertThat(settings.region()).isEqualTo("ap-guangzhou");
                assertThat(settings.certificate()).isEmpty();
            }
        }
    }

    static class Inherited extends Composed {}

    @ParameterizedTest
    @ValueSource(classes = {CloudInBeforeAll.class, CloudInPerClassConstructor.class})
    void perMethodCloud_isUnavailableBeforeTheFirstTest(Class<?> tests) {
        assertFailsWith(tests, "lifecycle = PER_CLASS");
    }

    @CloudEmulatorTest
    static class CloudInBeforeAll {
        @BeforeAll
        static void beforeAll(CloudEmulator cloud) {
            CLOUDS.add(cloud);
        }

        @Test
        void isNotReached() {}
    }

    @CloudEmulatorTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class CloudInPerClassConstructor {
        CloudInPerClassConstructor(CloudEmulator cloud) {
            CLOUDS.add(cloud);
        }

        @Test
        void isNotReached() {}
    }

    @Test
    void invalidAttribute_isReported() {
        assertFailsWith(UnknownRegion.class, "there is no region 'moon'");
        assertFailsWith(ThreeTaskDurations.class, "taskMillis is one number or two, from and to, not 3");
        assertFailsWith(DescendingLatency.class, "a range of durations goes up");
    }

    @CloudEmulatorTest(region = "moon")
    static class UnknownRegion extends SingleTest {}

    @CloudEmulatorTest(taskMillis = {1, 2, 3})
    static class ThreeTaskDurations extends SingleTest {}

    @CloudEmulatorTest(latencyMillis = {2, 1})
    static class DescendingLatency extends SingleTest {}

    static class SingleTest {
        @Test
        void usesCloud(CloudEmulator cloud) {
            CLOUDS.add(cloud);
        }
    }

    private static void assertAllPass(Class<?> tests, int count) {
        run(tests).assertStatistics(events -> events.started(count).succeeded(count));
    }

    private static void assertFailsWith(Class<?> tests, String text) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(found -> found.contains(text)))));
        assertThat(CLOUDS).isEmpty();
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
