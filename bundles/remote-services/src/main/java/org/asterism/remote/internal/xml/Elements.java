package org.asterism.remote.internal.xml;

import java.util.List;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The elements directly below an element. */
final class Elements {

    private Elements() {}

    static List<Element> of(Node parent) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    static List<Element> of(Node parent, String name) {
        return of(parent).stream()
                .filter(element -> element.getLocalName().equals(name))
                .toList();
    }
}
