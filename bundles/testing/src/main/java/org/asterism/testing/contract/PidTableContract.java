package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The README of a bundle tells every configuration key with its default: for each attribute of the metatype there is a table
 * row that begins with <code>| `key` | type | default |</code>. A subclass needs nothing; it runs in the bundle's folder.
 */
public abstract class PidTableContract {

    private static final Path METATYPE = Path.of("target/classes/OSGI-INF/metatype");

    @Test
    void theReadmeTellsEveryKeyAndItsDefault() throws Exception {
        List<Path> files = metatypeFiles();
        assertThat(files).isNotEmpty();
        String readme = Files.readString(Path.of("README.md")).replaceAll("[ `]", "");
        for (Path file : files) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            NodeList attributes = root.getElementsByTagName("AD");
            for (int i = 0; i < attributes.getLength(); i++) {
                assertThat(readme).contains(row((Element) attributes.item(i)));
            }
        }
    }

    private static String row(Element attribute) {
        String type = attribute.getAttribute("type").toLowerCase(Locale.ROOT);
        return "|" + attribute.getAttribute("id") + "|" + type + "|" + attribute.getAttribute("default") + "|";
    }

    private static List<Path> metatypeFiles() throws IOException {
        if (!Files.isDirectory(METATYPE)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(METATYPE)) {
            return files.toList();
        }
    }
}
