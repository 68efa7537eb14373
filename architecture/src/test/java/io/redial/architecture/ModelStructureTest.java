package io.redial.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What models look like, and how every package treats null. */
class ModelStructureTest {
    private static final String[] MODELS = {"io.redial.tencent..", "io.redial.aliyun.."};

    @Test
    void noModelHasAPublicConstructor() {
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(MODELS)
                .should()
                .bePrivate()
                .check(ProjectClasses.ALL);
    }

    @Test
    void everyModelIsAFinalClass() {
        classes()
                .that()
                .resideInAnyPackage(MODELS)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(FINAL)
                .check(ProjectClasses.ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = ProjectClasses.ALL.stream()
                .map(JavaClass::getPackage)
                .filter(house -> !house.isAnnotatedWith(NullMarked.class))
                .map(house -> house.getName())
                .collect(toCollection(TreeSet::new));

        assertThat(unmarked).isEmpty();
    }
}
