package org.asterism.servernode.internal.war;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packages whose classes the engine and an application hand to each other. The application has them from the engine even if it brings
 * copies in its libraries (Servlet 4.0, 10.7.2); otherwise both would mean different classes by the same name.
 */
final class PlatformPackages {

    private static final List<String> WEB = List.of(
            "javax.servlet",
            "javax.servlet.annotation",
            "javax.servlet.descriptor",
            "javax.servlet.http",
            "javax.servlet.jsp",
            "javax.servlet.jsp.el",
            "javax.servlet.jsp.tagext",
            "javax.el",
            "javax.websocket",
            "javax.websocket.server");

    private static final List<String> DATABASE =
            List.of("javax.persistence", "javax.persistence.spi", "javax.transaction", "javax.transaction.xa");

    private static final List<String> XML = List.of(
            "javax.xml",
            "javax.xml.datatype",
            "javax.xml.namespace",
            "javax.xml.parsers",
            "javax.xml.stream",
            "javax.xml.stream.events",
            "javax.xml.stream.util",
            "javax.xml.transform",
            "javax.xml.transform.dom",
            "javax.xml.transform.sax",
            "javax.xml.transform.stax",
            "javax.xml.transform.stream",
            "javax.xml.validation",
            "javax.xml.xpath",
            "org.w3c.dom",
            "org.w3c.dom.bootstrap",
            "org.w3c.dom.css",
            "org.w3c.dom.events",
            "org.w3c.dom.html",
            "org.w3c.dom.ls",
            "org.w3c.dom.ranges",
            "org.w3c.dom.stylesheets",
            "org.w3c.dom.traversal",
            "org.w3c.dom.views",
            "org.w3c.dom.xpath",
            "org.xml.sax",
            "org.xml.sax.ext",
            "org.xml.sax.helpers");

    private PlatformPackages() {}

    /** The header {@code Import-Package}: these in any case, and whatever else is missing in the application. */
    static String imports() {
        return Stream.of(WEB, DATABASE, XML, List.of("*"))
                .flatMap(List::stream)
                .map(name -> name + ";resolution:=optional")
                .collect(Collectors.joining(","));
    }
}
