package org.asterism.remote.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointDocumentTest {

    private static List<Map<String, Object>> read(String document) throws IOException {
        return EndpointDocument.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static String document(String properties) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <endpoint-descriptions xmlns="http://www.osgi.org/xmlns/rsa/v1.0.0">
                  <endpoint-description>%s</endpoint-description>
                </endpoint-descriptions>
                """.formatted(properties);
    }

    private static Object value(String property) throws IOException {
        return read(document(property)).get(0).get("p");
    }

    @Test
    void aValueHasTheTypeGiven() throws IOException {
        assertThat(value("<property name='p' value='text'/>")).isEqualTo("text");
        assertThat(value("<property name='p'> long text </property>")).isEqualTo("long text");
        assertThat(value("<property name='p' value-type='long' value='7'/>")).isEqualTo(7L);
        assertThat(value("<property name='p' value-type='Integer' value=' 7 '/>"))
                .isEqualTo(7);
        assertThat(value("<property name='p' value-type='double' value='0.5'/>"))
                .isEqualTo(0.5);
        assertThat(value("<property name='p' value-type='Float' value='0.5'/>")).isEqualTo(0.5f);
        assertThat(value("<property name='p' value-type='short' value='7'/>")).isEqualTo((short) 7);
        assertThat(value("<property name='p' value-type='byte' value='7'/>")).isEqualTo((byte) 7);
        assertThat(value("<property name='p' value-type='boolean' value='true'/>"))
                .isEqualTo(true);
        assertThat(value("<property name='p' value-type='Character' value='x'/>"))
                .isEqualTo('x');
    }

    @Test
    void aValueMayBeSeveral() throws IOException {
        String values = "<value>1</value><value>2</value><value>1</value>";
        assertThat((long[]) value("<property name='p' value-type='long'><array>" + values + "</array></property>"))
                .containsExactly(1, 2, 1);
        assertThat((String[]) value("<property name='p'><array>" + values + "</array></property>"))
                .containsExactly("1", "2", "1");
        assertThat(value("<property name='p' value-type='int'><list>" + values + "</list></property>"))
                .isEqualTo(List.of(1, 2, 1));
        assertThat(value("<property name='p'><set>" + values + "</set></property>"))
                .isEqualTo(Set.of("1", "2"));
    }

    @Test
    void aValueMayBeXml() throws IOException {
        assertThat(value("<property name='p'><xml><t:t xmlns:t='urn:t'>x</t:t></xml></property>"))
                .asString()
                .contains("<t:t xmlns:t=\"urn:t\">x</t:t>");
    }

    @Test
    void aDocumentMayDescribeSeveral() throws IOException {
        assertThat(read(document("<property name='p' value='1'/></endpoint-description><endpoint-description>"
                        + "<property name='p' value='2'/>")))
                .containsExactly(Map.of("p", "1"), Map.of("p", "2"));
    }

    @Test
    void whatIsNoSuchDocumentIsRefused() {
        for (String wrong : List.of(
                "",
                "x",
                "<endpoint-descriptions/>",
                "<other xmlns='http://www.osgi.org/xmlns/rsa/v1.0.0'/>",
                document("<property name='p' value-type='long' value='x'/>"),
                document("<property name='p' value-type='Thread' value='x'/>"),
                document("<property name='p'><other/></property>"))) {
            assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingIsReadFromOutside(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "secret");
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"
                + "<endpoint-descriptions xmlns='http://www.osgi.org/xmlns/rsa/v1.0.0'><endpoint-description>"
                + "<property name='p'>&e;</property></endpoint-description></endpoint-descriptions>";
        assertThatThrownBy(() -> read(entity)).isInstanceOf(IOException.class).hasMessageContaining("DOCTYPE");
    }

    @Test
    void tooLargeADocumentIsNotParsed() {
        assertThatThrownBy(() -> read(document("<property name='p'>" + "x".repeat(1024 * 1024) + "</property>")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 1048576 bytes");
    }
}
