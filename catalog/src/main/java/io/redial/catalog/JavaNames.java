package io.redial.catalog;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** How a name of the wire is written in Java. */
final class JavaNames {
    /** Names that every generated model, or every object, has already. */
    private static final Set<String> TAKEN = Set.of(
            "build",
            "builder",
            "toBuilder",
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize");

    private JavaNames() {}

    /** {@code InstanceId} becomes {@code instanceId}, {@code SSLConfig} becomes {@code sslConfig}. */
    static String fromWire(String wire) {
        var capitals = 0;
        while (capitals < wire.length() && Character.isUpperCase(wire.charAt(capitals))) {
            capitals++;
        }
        var lower = capitals <= 1 || capitals == wire.length() ? capitals : capitals - 1;
        return wire.substring(0, lower).toLowerCase(Locale.ROOT) + wire.substring(lower);
    }

    static boolean isPackage(String name) {
        return SourceVersion.isName(name);
    }

    static boolean isClassName(String name) {
        return SourceVersion.isIdentifier(name)
                && !SourceVersion.isKeyword(name)
                && Character.isUpperCase(name.charAt(0));
    }

    static boolean isFieldName(String name) {
        return SourceVersion.isIdentifier(name)
                && !SourceVersion.isKeyword(name)
                && !TAKEN.contains(name)
                && Character.isLowerCase(name.charAt(0));
    }
}
