package org.asterism.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewDocumentTest {

    @Test
    void keysHaveAnOrder() {
        assertThat(JsonText.line(ViewDocument.head(Examples.VIEW)))
                .isEqualTo("{\"epoch\":7,\"revision\":42,\"warming\":false}\n");
        assertThat(JsonText.compact(ViewDocument.members(Examples.VIEW)))
                .startsWith(
                        "[{\"id\":\"a\",\"kind\":\"instance\",\"instance\":\"a\",\"incarnation\":\"i-a\",\"state\":\"UP\","
                                + "\"host\":\"host-1\",\"pid\":101,\"version\":\"1.0.0\",\"labels\":{\"rack\":\"7\",\"zone\":\"eu\"},"
                                + "\"since\":\"2026-01-01T00:00:00Z\"},{\"id\":\"a/1\"");
        assertThat(JsonText.compact(ViewDocument.services(Examples.VIEW)))
                .startsWith(
                        "[{\"id\":\"lock-server\",\"interfaces\":[\"org.asterism.lock.LockServer\"],\"member\":\"hub\","
                                + "\"scope\":\"cluster\",\"properties\":{\"weight\":1}},");
    }

    @Test
    void peopleCanReadIt() {
        assertThat(JsonText.indented(Map.of("key", 1))).isEqualTo("""
                {
                  "key" : 1
                }
                """);
    }
}
