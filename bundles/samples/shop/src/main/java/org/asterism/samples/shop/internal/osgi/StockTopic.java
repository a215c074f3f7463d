package org.asterism.samples.shop.internal.osgi;

import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.asterism.samples.shop.internal.StockEvent;
import org.asterism.samples.shop.internal.StockNews;
import org.asterism.samples.shop.internal.json.ShopJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes events to the cluster. */
final class StockTopic implements StockNews {

    static final String NAME = "shop.stock";

    private static final Logger LOG = LoggerFactory.getLogger(StockTopic.class);

    private final MessageService messages;

    StockTopic(MessageService messages) {
        this.messages = messages;
    }

    @Override
    public void tell(StockEvent event) {
        try {
            messages.publish(NAME, ShopJson.message(event));
        } catch (MessagingException e) {
            LOG.warn("Other nodes keep their copy of {} until it is too old: {}", event.sku(), e.getMessage());
        }
    }
}
