package io.redial.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One method for everything that is banned. Nobody calls them; {@link ForbiddenApiTest} sees that each is caught. */
@SuppressWarnings("unused")
final class Violations {
    private Violations() {}

    static final class BlockingCall {
        static Object block(Mono<?> mono) {
            return mono.block();
        }

        static Object blockOptional(Mono<?> mono) {
            return mono.blockOptional();
        }

        static Supplier<?> blockByReference(Mono<?> mono) {
            return mono::block;
        }

        static Object blockFirst(Flux<?> flux) {
            return flux.blockFirst();
        }

        static Object blockLast(Flux<?> flux) {
            return flux.blockLast();
        }

        static Object toIterable(Flux<?> flux) {
            return flux.toIterable();
        }

        static Object toStream(Flux<?> flux) {
            return flux.toStream();
        }

        static void sleep() throws InterruptedException {
            Thread.sleep(1);
        }

        static void joinThread(Thread thread) throws InterruptedException {
            thread.join();
        }

        static void waitFor(Object object) throws InterruptedException {
            object.wait();
        }

        static Object get(Future<?> future) throws Exception {
            return future.get();
        }

        static Object getCompletable(CompletableFuture<?> future) throws Exception {
            return future.get();
        }

        static Object join(CompletableFuture<?> future) {
            return future.join();
        }
    }

    static final class SystemClockRead {
        static long nanoTime() {
            return System.nanoTime();
        }

        static LongSupplier nanoTimeByReference() {
            return System::nanoTime;
        }

        static Runnable nanoTimeInALambda() {
            return () -> System.nanoTime();
        }

        static long currentTimeMillis() {
            return System.currentTimeMillis();
        }

        static Clock system() {
            return Clock.system(ZoneOffset.UTC);
        }

        static Clock systemUtc() {
            return Clock.systemUTC();
        }

        static Clock systemDefaultZone() {
            return Clock.systemDefaultZone();
        }

        static Object instant() {
            return Instant.now();
        }

        static Object localDate() {
            return LocalDate.now();
        }

        static Object localTime() {
            return LocalTime.now();
        }

        static Object localDateTime() {
            return LocalDateTime.now();
        }

        static Object offsetDateTime() {
            return OffsetDateTime.now();
        }

        static Object zonedDateTime() {
            return ZonedDateTime.now();
        }
    }

    static final class ConsoleOutput {
        static void out() {
            System.out.println();
        }

        static void err() {
            System.err.println();
        }

        static void printStackTrace(Exception e) {
            e.printStackTrace();
        }
    }
}
