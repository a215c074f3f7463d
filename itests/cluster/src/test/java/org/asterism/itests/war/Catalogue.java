package org.asterism.itests.war;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Counts the elements of a document, by whatever parser the application has. */
final class Catalogue extends DefaultHandler {

    private int elements;

    private Catalogue() {}

    static int elements(String document) throws IOException {
        Catalogue catalogue = new Catalogue();
        try {
            SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(new StringReader(document)), catalogue);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
        return catalogue.elements;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        elements++;
    }
}
