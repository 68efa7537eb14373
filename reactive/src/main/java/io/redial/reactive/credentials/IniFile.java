package io.redial.reactive.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redial.core.error.CredentialsException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sections of {@code name = value}. Lines that are neither, and comments, are passed over. */
final class IniFile {
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private final String where;

    /** Reads it; {@code where} is said in errors. */
    IniFile(byte[] bytes, String where) {
        this.where = where;
        var section = new LinkedHashMap<String, String>();
        for (var line : new String(bytes, UTF_8).lines().map(String::strip).toList()) {
            var equals = line.indexOf('=');
            if (line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring(1, line.length() - 1).strip(), section);
            } else if (equals > 0) {
                section.put(line.substring(0, equals).strip().toLowerCase(Locale.ROOT), value(line, equals));
            }
        }
    }

    Map<String, String> section(String name) {
        var section = sections.get(name);
        if (section == null) {
            throw new CredentialsException(where + " has no section [" + name + "], but these: " + sections.keySet());
        }
        return section;
    }

    private static String value(String line, int equals) {
        var value = line.substring(equals + 1).strip();
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
