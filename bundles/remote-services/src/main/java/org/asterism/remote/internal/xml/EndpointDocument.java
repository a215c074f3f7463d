package org.asterism.remote.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads documents of the Endpoint Description Extender Format (OSGi Compendium, 122.8). A document is bounded, has no document
 * type and so no entities, and refers to nothing outside.
 */
public final class EndpointDocument {

    private static final String NAMESPACE = "http://www.osgi.org/xmlns/rsa/v1.0.0";
    private static final int MAX_BYTES = 1024 * 1024;

    private EndpointDocument() {}

    /**
     * The properties of each endpoint, in the order of the document.
     *
     * @throws IOException if this is no such document
     */
    public static List<Map<String, Object>> read(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("an endpoint document has at most " + MAX_BYTES + " bytes");
        }
        try {
            return endpoints(builder().parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException | IllegalArgumentException e) {
            throw new IOException("not an endpoint document: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IOException("the XML parser cannot be made safe", e);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder;
    }

    private static List<Map<String, Object>> endpoints(Element root) {
        if (!root.getLocalName().equals("endpoint-descriptions") || !NAMESPACE.equals(root.getNamespaceURI())) {
            throw new IllegalArgumentException("the root is <" + root.getNodeName() + ">");
        }
        List<Map<String, Object>> endpoints = new ArrayList<>();
        for (Element endpoint : Elements.of(root, "endpoint-description")) {
            Map<String, Object> properties = new HashMap<>();
            for (Element property : Elements.of(endpoint, "property")) {
                properties.put(property.getAttribute("name"), PropertyElement.value(property));
            }
            endpoints.add(properties);
        }
        return endpoints;
    }

    private static final class Strict extends DefaultHandler {

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
