package org.asterism.protocol.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageNumbersTest {

    private final TopicCounts sent = new TopicCounts();
    private final TopicCounts received = new TopicCounts();
    private final MessageNumbers numbers = new MessageNumbers(sent, received);

    @Test
    void messagesAreCountedByTopicAndEndpointsAsOne() {
        sent.count("shop.stock", 1);
        sent.count("shop.stock", 3);
        sent.count("asterism.rpc.Shelf-1", 1);
        sent.count("asterism.rpc.Shelf-2", 1);
        received.count("shop.stock", 2);
        Map<String, Double> read = new HashMap<>();
        numbers.read((metric, value, labels) -> read.put(metric.name() + List.of(labels), value));
        assertThat(read)
                .containsOnly(
                        Map.entry("asterism_messages_sent_total[shop.stock]", 4.0),
                        Map.entry("asterism_messages_sent_total[asterism.rpc.*]", 2.0),
                        Map.entry("asterism_messages_received_total[shop.stock]", 2.0));
    }

    @Test
    void ofVeryManyTopicsTheRestIsCountedTogether() {
        for (int i = 0; i < 1_000; i++) {
            sent.count("t" + i, 1);
        }
        assertThat(sent.all()).hasSize(501).containsEntry("…", 500L);
    }

    @Test
    void theDocumentTellsAllOfThemAndNoMore() throws IOException {
        assertThat(Files.readAllLines(Path.of("../../docs/monitoring.md")).stream()
                        .filter(line -> line.startsWith("| `asterism_messages_")))
                .containsExactlyInAnyOrderElementsOf(numbers.metrics().stream()
                        .map(metric -> "| `" + metric.name() + "` | counter | `topic` | " + metric.help() + " |")
                        .toList());
    }
}
