package org.asterism.itests.karaf;

/** The feature {@code asterism-sample-shop}. */
public class ShopFeatureInstalls extends FeatureInstalls {

    public ShopFeatureInstalls() {
        super("asterism-sample-shop");
    }
}
