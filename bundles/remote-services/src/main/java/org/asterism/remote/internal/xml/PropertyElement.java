package org.asterism.remote.internal.xml;

import java.io.StringWriter;
import java.lang.reflect.Array;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** The value of a {@code <property>}: an attribute or a text of the type given, an array, list or set of such, or XML. */
final class PropertyElement {

    private record Kind(Class<?> type, Function<String, Object> parser) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            kind("String", String.class, text -> text),
            kind("long", long.class, Long::valueOf),
            kind("Long", Long.class, Long::valueOf),
            kind("double", double.class, Double::valueOf),
            kind("Double", Double.class, Double::valueOf),
            kind("float", float.class, Float::valueOf),
            kind("Float", Float.class, Float::valueOf),
            kind("int", int.class, Integer::valueOf),
            kind("Integer", Integer.class, Integer::valueOf),
            kind("byte", byte.class, Byte::valueOf),
            kind("Byte", Byte.class, Byte::valueOf),
            kind("short", short.class, Short::valueOf),
            kind("Short", Short.class, Short::valueOf),
            kind("boolean", boolean.class, Boolean::valueOf),
            kind("Boolean", Boolean.class, Boolean::valueOf),
            kind("char", char.class, PropertyElement::character),
            kind("Character", Character.class, PropertyElement::character));

    private PropertyElement() {}

    private static Map.Entry<String, Kind> kind(String name, Class<?> type, Function<String, Object> parser) {
        return Map.entry(name, new Kind(type, parser));
    }

    private static Object character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("not one character: '" + text + "'");
        }
        return text.charAt(0);
    }

    /** @throws IllegalArgumentException if there is none */
    static Object value(Element property) {
        Kind kind = kind(property);
        if (property.hasAttribute("value")) {
            return kind.parser().apply(property.getAttribute("value").trim());
        }
        Optional<Element> inner = Elements.of(property).stream().findFirst();
        return inner.isPresent()
                ? inner(inner.get(), kind)
                : kind.parser().apply(property.getTextContent().trim());
    }

    private static Kind kind(Element property) {
        String name = property.hasAttribute("value-type") ? property.getAttribute("value-type") : "String";
        return Optional.ofNullable(KINDS.get(name))
                .orElseThrow(() -> new IllegalArgumentException("not a value-type: '" + name + "'"));
    }

    private static Object inner(Element element, Kind kind) {
        return switch (element.getLocalName()) {
            case "array" -> array(values(element, kind), kind.type());
            case "list" -> values(element, kind);
            case "set" -> new LinkedHashSet<>(values(element, kind));
            case "xml" -> xml(element);
            default -> throw new IllegalArgumentException("<" + element.getNodeName() + "> in a property");
        };
    }

    private static List<Object> values(Element container, Kind kind) {
        return Elements.of(container, "value").stream()
                .map(value -> kind.parser().apply(value.getTextContent().trim()))
                .toList();
    }

    private static Object array(List<Object> values, Class<?> type) {
        Object array = Array.newInstance(type, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private static String xml(Element element) {
        StringWriter text = new StringWriter();
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            for (Element inner : Elements.of(element)) {
                transformer.transform(new DOMSource(inner), new StreamResult(text));
            }
        } catch (TransformerException e) {
            throw new IllegalArgumentException("the XML of a property cannot be written", e);
        }
        return text.toString();
    }
}
