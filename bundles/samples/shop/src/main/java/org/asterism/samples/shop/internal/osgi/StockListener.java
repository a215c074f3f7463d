package org.asterism.samples.shop.internal.osgi;

import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageListener;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.json.EventReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears of changes made anywhere in the cluster. */
@Component(property = MessageListener.TOPIC + "=" + StockTopic.NAME)
public final class StockListener implements MessageListener, ClusterListener {

    private final Shop shop;

    @Activate
    public StockListener(@Reference Shop shop) {
        this.shop = shop;
    }

    @Override
    public void received(Message message) {
        EventReader.read(message.payload()).ifPresent(shop::heard);
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        if (event instanceof ClusterEvent.HubConnected) {
            shop.reconnected();
        }
    }
}
