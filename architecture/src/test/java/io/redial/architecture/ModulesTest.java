package io.redial.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom. */
class ModulesTest {
    private static final String[] JACKSON = {"com.fasterxml.jackson..", "tools.jackson.."};
    private static final String[] REACTOR = {"reactor..", "io.netty..", "org.reactivestreams.."};

    @ParameterizedTest
    @EnumSource
    void aModuleUsesOnlyWhatItMay(Module module) {
        noClasses()
                .that()
                .resideInAnyPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Module.packagesOf(module.mustNotUse()))
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .should()
                .resideInAnyPackage(Module.packagesOf(EnumSet.allOf(Module.class)))
                .check(House.CLASSES);
    }

    @ParameterizedTest
    @EnumSource(names = {"CATALOG", "CODEGEN", "CORE", "RATELIMIT"})
    void whatOnlyCountsDoesNotKnowReactor(Module module) {
        noClasses()
                .that()
                .resideInAnyPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REACTOR)
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    @Test
    void onlyTheWirePackageKnowsJackson() {
        noClasses()
                .that()
                .resideInAnyPackage(Module.packagesOf(Module.SHIPPED))
                .and()
                .resideOutsideOfPackage("io.redial.core.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JACKSON)
                .check(House.CLASSES);
    }

    @Test
    void noJacksonTypeIsInThePublicApi() {
        var mentionsJackson = DescribedPredicate.<JavaMethod>describe(
                "mention Jackson in their signature",
                method -> method.getAllInvolvedRawTypes().stream()
                        .anyMatch(JavaClass.Predicates.resideInAnyPackage(JACKSON)));
        methods()
                .that(mentionsJackson)
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(Module.packagesOf(Module.SHIPPED))
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .notBePublic()
                .andShould()
                .notBeProtected()
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    @ParameterizedTest
    @EnumSource(names = {"CORE", "REACTIVE"})
    void thePackagesOfAModuleFormNoCycle(Module module) {
        slices().assignedFrom(packagesOf(module)).should().beFreeOfCycles().check(House.CLASSES);
    }

    @Test
    void theRulesHaveClassesToBiteOn() {
        assertThat(House.CLASSES.stream().filter(JavaClass.Predicates.resideInAnyPackage(Module.CORE.packages())))
                .hasSizeGreaterThan(300);
    }

    private static SliceAssignment packagesOf(Module module) {
        var inside = JavaClass.Predicates.resideInAnyPackage(module.packages());
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return inside.test(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + module;
            }
        };
    }
}
