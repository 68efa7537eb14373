package io.redial.catalog;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/** How a name of the wire is written in Java. */
final class JavaNames {
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

    static boolean isFieldName(String name) {
        return SourceVersion.isIdentifier(name)
                && !SourceVersion.isKeyword(name)
                && Character.isLowerCase(name.charAt(0));
    }
}
