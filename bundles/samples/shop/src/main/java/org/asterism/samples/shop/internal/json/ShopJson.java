package org.asterism.samples.shop.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.asterism.samples.shop.internal.ReserveOutcome.Reserved;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.Sku;
import org.asterism.samples.shop.internal.Stock;
import org.asterism.samples.shop.internal.StockEvent;
import org.asterism.samples.shop.internal.StockLevel;

/** The answers of the API. Each method writes one object. */
public final class ShopJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ShopJson() {}

    public static String whoAmI(Shop shop, Visitor visitor) {
        return write(who(shop, visitor));
    }

    public static String product(StockLevel level) {
        return write(node(level));
    }

    public static String reserved(Reserved reserved) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("reservation", reserved.reservation().id());
        node.put("stock", reserved.left().stock());
        node.put("fencingToken", reserved.reservation().fencingToken());
        return write(node);
    }

    public static String reservations(Sku sku, Stock.Reserved reserved) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("sku", sku.value());
        node.put("reservations", reserved.count());
        node.put("quantity", reserved.quantity());
        return write(node);
    }

    /** What a visitor holds. */
    public static String holds(Shop shop, List<String> skus) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("node", shop.node());
        ArrayNode list = node.putArray("holds");
        skus.forEach(list::add);
        return write(node);
    }

    public static String error(String error, String detail) {
        return write(MAPPER.createObjectNode().put("error", error).put("detail", detail));
    }

    /** Everything the page shows. */
    public static String overview(Shop shop, Visitor visitor, List<StockLevel> products) {
        ObjectNode node = who(shop, visitor);
        node.put("islanded", shop.islanded());
        ArrayNode list = node.putArray("products");
        products.forEach(level -> list.add(node(level)));
        ArrayNode events = node.putArray("events");
        shop.events().forEach(event -> events.add(node(event)));
        return write(node);
    }

    /** An event as it travels in a message. */
    public static byte[] message(StockEvent event) {
        return write(node(event)).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode who(Shop shop, Visitor visitor) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("instance", shop.instance());
        node.put("node", shop.node());
        node.put("session", visitor.session());
        node.put("visits", visitor.visits());
        return node;
    }

    private static ObjectNode node(StockLevel level) {
        return MAPPER.createObjectNode().put("sku", level.sku().value()).put("stock", level.stock());
    }

    private static ObjectNode node(StockEvent event) {
        return MAPPER.createObjectNode()
                .put("sku", event.sku().value())
                .put("quantity", event.quantity())
                .put("stock", event.stock())
                .put("node", event.node())
                .put("at", event.at().toString());
    }

    private static String write(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree can always be written", new IOException(e));
        }
    }
}
