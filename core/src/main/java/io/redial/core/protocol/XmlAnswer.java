package io.redial.core.protocol;

import io.redial.core.wire.UnreadableException;
import io.redial.core.wire.WireType;
import io.redial.core.wire.WireWriter;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An answer in XML, turned into the JSON that the same server would have sent: an element is a member, elements of one name
 * are a list, and all values are texts. Nothing outside the document is ever looked up.
 */
final class XmlAnswer {
    private static final int DEEPEST = 64;

    /** Made once, and early: making one reads a file of the JDK, which has no place on an event loop. */
    private static final XMLInputFactory FACTORY = factory();

    private static final WireType<Object> TREE = WireType.of((tree, out) -> out.tree(tree), in -> Map.of());

    private final XMLStreamReader xml;
    private int depth;

    private XmlAnswer(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Whether a body is XML rather than JSON: its first character tells. */
    static boolean is(byte[] body) {
        for (var octet : body) {
            if (octet > ' ') {
                return octet == '<';
            }
        }
        return false;
    }

    /**
     * Turns a document into JSON.
     *
     * @param root the name that its root element must have
     * @throws UnreadableException if it is no XML, or has another root
     */
    static byte[] json(byte[] body, String root) {
        try {
            var xml = reader(body);
            try {
                xml.nextTag();
                if (!xml.getLocalName().equals(root)) {
                    throw new UnreadableException("expected <" + root + ">, not <" + xml.getLocalName() + ">");
                }
                return WireWriter.bytes(new XmlAnswer(xml).element(), TREE);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableException("not XML");
        }
    }

    /** The value of the element that has just begun. */
    private Object element() throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new UnreadableException("elements lie deeper in each other than " + DEEPEST);
        }
        var members = new LinkedHashMap<String, Object>();
        var text = new StringBuilder();
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            if (xml.isStartElement()) {
                members.merge(xml.getLocalName(), element(), XmlAnswer::listOf);
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        depth--;
        return members.isEmpty() ? text.toString() : members;
    }

    /** A value is a text or a map: a list can only be one that was made here. */
    @SuppressWarnings("unchecked")
    private static Object listOf(Object earlier, Object later) {
        var list = earlier instanceof List ? (List<Object>) earlier : new ArrayList<>(List.of(earlier));
        list.add(later);
        return list;
    }

    /** The JDK does not promise that one factory serves several threads at a time; beginning a reader takes no time. */
    private static XMLStreamReader reader(byte[] body) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
        }
    }

    /** Makes ready what the first answer needs; to be called where it may take a moment. */
    static void prepare() {
        Objects.requireNonNull(FACTORY);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
