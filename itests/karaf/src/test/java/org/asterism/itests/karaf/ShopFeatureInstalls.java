package org.asterism.itests.karaf;

import java.util.List;

/** The feature {@code asterism-sample-shop}. */
public class ShopFeatureInstalls extends FeatureInstalls {

    public ShopFeatureInstalls() {
        super("asterism-sample-shop");
    }

    /** These wait for the tables, which are made under a lock, for which there is no hub. */
    @Override
    List<String> waitingByDesign() {
        return List.of(
                "ShopApi",
                "ShopPage",
                "ShopHolds",
                "StockListener",
                "ShopComponent",
                "ShopContext",
                "FenceComponent",
                "DeploymentComponent");
    }
}
