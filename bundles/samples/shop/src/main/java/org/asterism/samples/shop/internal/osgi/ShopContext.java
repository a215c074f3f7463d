package org.asterism.samples.shop.internal.osgi;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.context.ServletContextHelper;

/** The web application: everything that selects the context {@code shop} lies below {@code /shop}. */
@Component(
        service = ServletContextHelper.class,
        scope = ServiceScope.BUNDLE,
        property = {"osgi.http.whiteboard.context.name=shop", "osgi.http.whiteboard.context.path=/shop"})
public final class ShopContext extends ServletContextHelper {

    /** What the parts of the shop select this context by. */
    static final String SELECT = "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=shop)";

    @Activate
    public ShopContext(BundleContext context) {
        super(context.getBundle());
    }
}
