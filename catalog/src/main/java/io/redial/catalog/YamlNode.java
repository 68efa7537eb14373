package io.redial.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A place in a YAML file that can say where it stands. */
final class YamlNode {
    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static YamlNode parse(String file, String text) {
        try {
            var root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            return new YamlNode(file, root.orElseThrow(() -> new CatalogException(file, "the file is empty")));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new CatalogException(file, line, e.getProblem());
        }
    }

    CatalogException error(String problem) {
        var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new CatalogException(file, line, problem);
    }

    /** The members of a mapping, in their order; a key that stands twice is refused. */
    Map<String, YamlNode> members() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("expected a mapping, found " + kind());
        }
        var members = new LinkedHashMap<String, YamlNode>();
        for (var tuple : mapping.getValue()) {
            var key = new YamlNode(file, tuple.getKeyNode());
            if (members.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
                throw key.error("duplicate '" + key.text() + "'");
            }
        }
        return members;
    }

    /** The members of a mapping, of which none may be outside {@code known}. */
    Members members(Set<String> known) {
        var members = members();
        members.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.error("unknown key '" + key + "', known are " + String.join(", ", known));
            }
        });
        return new Members(this, members);
    }

    List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("expected a list, found " + kind());
        }
        var items = new ArrayList<YamlNode>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        return items;
    }

    /** The text of a scalar, whatever its type. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw error("expected a value, found " + kind());
        }
        return scalar.getValue();
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    /** A scalar as what it is written as: Boolean, Long, Double or String. */
    Object scalar() {
        var text = text();
        try {
            if (node.getTag().equals(Tag.INT)) {
                return Long.valueOf(text);
            }
            if (node.getTag().equals(Tag.FLOAT)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw error("'" + text + "' is not a number that fits");
        }
        return node.getTag().equals(Tag.BOOL) ? (Object) Boolean.valueOf(text) : text;
    }

    long number() {
        if (scalar() instanceof Long number) {
            return number;
        }
        throw error("expected a whole number, found '" + text() + "'");
    }

    double decimal() {
        if (scalar() instanceof Number number) {
            return number.doubleValue();
        }
        throw error("expected a number, found '" + text() + "'");
    }

    boolean flag() {
        if (scalar() instanceof Boolean flag) {
            return flag;
        }
        throw error("expected true or false, found '" + text() + "'");
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case SCALAR -> "a value";
            case SEQUENCE -> "a list";
            case MAPPING -> "a mapping";
            default -> "an anchor";
        };
    }

    /** The members of a mapping whose keys have been checked. */
    static final class Members {
        private final YamlNode owner;
        private final Map<String, YamlNode> members;

        private Members(YamlNode owner, Map<String, YamlNode> members) {
            this.owner = owner;
            this.members = members;
        }

        YamlNode required(String key) {
            var member = members.get(key);
            if (member == null) {
                throw owner.error("'" + key + "' is missing");
            }
            return member;
        }

        @Nullable
        YamlNode optional(String key) {
            return members.get(key);
        }

        String text(String key) {
            return required(key).text();
        }

        @Nullable
        String textOrNull(String key) {
            var member = optional(key);
            return member == null ? null : member.text();
        }

        @Nullable
        Long numberOrNull(String key) {
            var member = optional(key);
            return member == null ? null : Long.valueOf(member.number());
        }

        int count(String key) {
            var number = required(key).number();
            if (number < 1 || number > Integer.MAX_VALUE) {
                throw required(key).error("'" + key + "' must be a positive number");
            }
            return (int) number;
        }

        int countOrMax(String key) {
            return optional(key) == null ? Integer.MAX_VALUE : count(key);
        }

        boolean flag(String key) {
            var member = optional(key);
            return member != null && member.flag();
        }

        List<YamlNode> items(String key) {
            var member = optional(key);
            return member == null ? List.of() : member.items();
        }
    }
}
