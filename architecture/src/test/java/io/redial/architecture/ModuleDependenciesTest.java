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
class ModuleDependenciesTest {
    private static final String[] JACKSON = {"com.fasterxml.jackson..", "tools.jackson.."};
    private static final String[] REACTOR = {"reactor..", "io.netty..", "org.reactivestreams.."};

    @ParameterizedTest
    @EnumSource
    void module_usesOnlyAllowedDependencies(ProjectModule module) {
        noClasses()
                .that()
                .resideInAnyPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ProjectModule.packagesOf(module.forbiddenDependencies()))
                .allowEmptyShould(true)
                .check(ProjectClasses.ALL);
    }

    @Test
    void everyClassBelongsToAModule() {
        classes()
                .should()
                .resideInAnyPackage(ProjectModule.packagesOf(EnumSet.allOf(ProjectModule.class)))
                .check(ProjectClasses.ALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"CATALOG", "CODEGEN", "CORE", "RATELIMIT"})
    void nonReactiveModules_doNotUseReactor(ProjectModule module) {
        noClasses()
                .that()
                .resideInAnyPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REACTOR)
                .allowEmptyShould(true)
                .check(ProjectClasses.ALL);
    }

    @Test
    void jackson_isUsedOnlyByTheJsonCodec() {
        noClasses()
                .that()
                .resideInAnyPackage(ProjectModule.packagesOf(ProjectModule.SHIPPED))
                .and()
                .resideOutsideOfPackage("io.redial.core.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JACKSON)
                .check(ProjectClasses.ALL);
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
                .resideInAnyPackage(ProjectModule.packagesOf(ProjectModule.SHIPPED))
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .notBePublic()
                .andShould()
                .notBeProtected()
                .allowEmptyShould(true)
                .check(ProjectClasses.ALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"CORE", "REACTIVE"})
    void thePackagesOfAModuleFormNoCycle(ProjectModule module) {
        slices().assignedFrom(packagesOf(module)).should().beFreeOfCycles().check(ProjectClasses.ALL);
    }

    @Test
    void projectClasses_areImported() {
        assertThat(ProjectClasses.ALL.stream()
                        .filter(JavaClass.Predicates.resideInAnyPackage(ProjectModule.CORE.packages())))
                .hasSizeGreaterThan(300);
    }

    private static SliceAssignment packagesOf(ProjectModule module) {
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
