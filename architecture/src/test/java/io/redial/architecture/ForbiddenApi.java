package io.redial.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What main code must not do, and the few classes that may. */
enum ForbiddenApi {
    BLOCKING_CALLS(
            "a thread that waits is a thread that nobody else can use",
            Set.of("io.redial.emulator.EmulatorServer"), // closing them waits until their servers have ended
            Member.method("reactor.core.publisher.Mono", "block", "blockOptional"),
            Member.method("reactor.core.publisher.Flux", "blockFirst", "blockLast", "toIterable", "toStream"),
            Member.method("java.lang.Thread", "sleep", "join"),
            Member.method("java.lang.Object", "wait"),
            Member.method("java.util.concurrent.Future", "get", "join")),

    SYSTEM_CLOCK(
            "there is one clock, and it is handed in: virtual time tests everything",
            Set.of("io.redial.emulator.SystemClock"),
            Member.method("java.lang.System", "nanoTime", "currentTimeMillis"),
            Member.method("java.time.Clock", "system", "systemUTC", "systemDefaultZone"),
            Member.method("java.time.Instant", "now"),
            Member.method("java.time.LocalDate", "now"),
            Member.method("java.time.LocalTime", "now"),
            Member.method("java.time.LocalDateTime", "now"),
            Member.method("java.time.OffsetDateTime", "now"),
            Member.method("java.time.ZonedDateTime", "now")),

    CONSOLE_OUTPUT(
            "a library has nothing to say on somebody else's console",
            Set.of("io.redial.emulator.EmulatorMain", "io.redial.emulator.EmulatorCommand"),
            Member.field("java.lang.System", "out", "err"),
            Member.method("java.lang.Throwable", "printStackTrace"));

    private final String reason;
    private final Set<String> exempt;
    private final List<Member> members;

    ForbiddenApi(String reason, Set<String> exempt, Member... members) {
        this.reason = reason;
        this.exempt = exempt;
        this.members = List.of(members);
    }

    /** The rule that no class of these packages does it, a method reference included. */
    ArchRule rule(String... packages) {
        var names = members.stream().map(Member::toString).collect(joining(", "));
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and(describe("are not exempt", type -> !isExempt(type)))
                .should()
                .accessTargetWhere(describe("the target is one of " + names, this::matches))
                .because(reason)
                .allowEmptyShould(true);
    }

    private boolean isExempt(JavaClass type) {
        return Stream.<JavaClass>iterate(
                        type, t -> t != null, t -> t.getEnclosingClass().orElse(null))
                .anyMatch(t -> exempt.contains(t.getName()));
    }

    private boolean matches(JavaAccess<?> access) {
        return members.stream().anyMatch(member -> member.isTargetOf(access));
    }

    /** Methods or fields of a class or of what extends it. */
    private record Member(boolean field, String owner, List<String> names) {
        static Member method(String owner, String... names) {
            return new Member(false, owner, List.of(names));
        }

        static Member field(String owner, String... names) {
            return new Member(true, owner, List.of(names));
        }

        boolean isTargetOf(JavaAccess<?> access) {
            return field == access instanceof JavaFieldAccess
                    && names.contains(access.getName())
                    && access.getTargetOwner().isAssignableTo(owner);
        }

        @Override
        public String toString() {
            return owner + "." + String.join("/", names);
        }
    }
}
