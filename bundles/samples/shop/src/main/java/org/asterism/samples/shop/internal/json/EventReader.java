package org.asterism.samples.shop.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.asterism.samples.shop.internal.InvalidInputException;
import org.asterism.samples.shop.internal.Sku;
import org.asterism.samples.shop.internal.StockEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads events from messages; what is not one is logged and dropped. */
public final class EventReader {

    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_BYTES = 4096;

    private EventReader() {}

    public static Optional<StockEvent> read(byte[] payload) {
        if (payload.length > MAX_BYTES) {
            LOG.warn("Message of {} bytes is too long for an event", payload.length);
            return Optional.empty();
        }
        try {
            return Optional.of(event(MAPPER.readTree(payload)));
        } catch (IOException | InvalidInputException | DateTimeException e) {
            LOG.warn("Message is not an event", e);
            return Optional.empty();
        }
    }

    private static StockEvent event(JsonNode node) {
        return new StockEvent(
                new Sku(node.path("sku").asText()),
                node.path("quantity").asLong(),
                node.path("stock").asLong(),
                node.path("node").asText(),
                Instant.parse(node.path("at").asText()));
    }
}
