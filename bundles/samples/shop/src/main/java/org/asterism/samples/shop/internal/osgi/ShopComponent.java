package org.asterism.samples.shop.internal.osgi;

import java.time.InstantSource;
import javax.persistence.EntityManagerFactory;
import javax.transaction.UserTransaction;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.Fence;
import org.asterism.lock.LockService;
import org.asterism.messaging.MessageService;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.jpa.JpaStock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shop, given what it needs. It opens as soon as all of it is there; {@link EntityManagerFactory} appears when the tables are
 * made.
 */
@Component(service = Shop.class, configurationPid = "org.asterism.samples.shop")
@Designate(ocd = ShopConfig.class)
public final class ShopComponent extends Shop {

    private static final Logger LOG = LoggerFactory.getLogger(ShopComponent.class);

    @Activate
    public ShopComponent(
            @Reference(target = "(osgi.unit.name=shop)") EntityManagerFactory units,
            @Reference UserTransaction transaction,
            @Reference LockService locks,
            @Reference Fence fence,
            @Reference ClusterService cluster,
            @Reference MessageService messages,
            ShopConfig config) {
        super(
                new JpaStock(units, transaction, fence),
                locks,
                cluster,
                new StockTopic(messages),
                ShopConfig.Reader.read(config),
                InstantSource.system(),
                System::nanoTime);
        LOG.info("Shop: open on {}", cluster.self());
    }

    @Deactivate
    void deactivate() {
        LOG.info("Shop: closed");
    }
}
