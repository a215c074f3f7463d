package org.asterism.samples.shop.internal.osgi;

import java.net.URL;
import org.asterism.persistence.MigrationSet;
import org.osgi.service.component.annotations.Component;

/** The tables of the shop. */
@Component
public final class ShopMigrations implements MigrationSet {

    @Override
    public String schema() {
        return "shop";
    }

    @Override
    public URL changeLog() {
        return ShopMigrations.class.getResource("/db/shop.sql");
    }
}
