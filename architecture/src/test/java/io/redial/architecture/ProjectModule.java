package io.redial.architecture;

import static java.util.Arrays.stream;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The modules: where their packages begin, and which modules they may use.
 *
 * <p>A module whose classes are not on the class path breaks no rule. To put one under the rules, add it to the pom of
 * this module; a new one also gets a line here.
 */
enum ProjectModule {
    CATALOG("io.redial.catalog.."),
    CODEGEN("io.redial.codegen.."),
    CORE("io.redial.core..", "io.redial.tencent..", "io.redial.aliyun.."),
    RATELIMIT("io.redial.ratelimit.."),
    REACTIVE("io.redial.reactive.."),
    EMULATOR("io.redial.emulator.."),
    EXAMPLES("io.redial.examples..");

    static final Set<ProjectModule> SHIPPED = EnumSet.of(CORE, RATELIMIT, REACTIVE);

    private final List<String> packages;

    ProjectModule(String... packages) {
        this.packages = List.of(packages);
    }

    Set<ProjectModule> allowedDependencies() {
        return switch (this) {
            case CATALOG, CORE -> EnumSet.noneOf(ProjectModule.class);
            case CODEGEN, EMULATOR -> EnumSet.of(CATALOG);
            case RATELIMIT -> EnumSet.of(CORE);
            case REACTIVE -> EnumSet.of(CORE, RATELIMIT);
            case EXAMPLES -> EnumSet.of(CORE, RATELIMIT, REACTIVE, EMULATOR);
        };
    }

    Set<ProjectModule> forbiddenDependencies() {
        var others = EnumSet.complementOf(EnumSet.of(this));
        others.removeAll(allowedDependencies());
        return others;
    }

    String[] packages() {
        return packages.toArray(String[]::new);
    }

    static String[] packagesOf(Set<ProjectModule> modules) {
        return modules.stream().flatMap(module -> stream(module.packages())).toArray(String[]::new);
    }
}
