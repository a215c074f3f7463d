package org.asterism.itests.docs;

import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A configuration as the metatype of a bundle tells of it.
 *
 * @param keys each key with its default
 */
record Pid(String name, Map<String, String> keys) {

    /** All of this product, by name. */
    static Map<String, Pid> all() throws Exception {
        Map<String, Pid> all = new TreeMap<>();
        for (String file : ClassPath.names("OSGI-INF/metatype/org.asterism", ".xml")) {
            try (InputStream in = ClassPath.open(file)) {
                Document document = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(in);
                Element designate =
                        (Element) document.getElementsByTagName("Designate").item(0);
                String factory = designate.getAttribute("factoryPid");
                String name = factory.isEmpty() ? designate.getAttribute("pid") : factory;
                all.put(name, new Pid(name, keys(document)));
            }
        }
        return all;
    }

    private static Map<String, String> keys(Document document) {
        Map<String, String> keys = new TreeMap<>();
        var attributes = document.getElementsByTagName("AD");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            keys.put(attribute.getAttribute("id"), attribute.getAttribute("default"));
        }
        return keys;
    }
}
