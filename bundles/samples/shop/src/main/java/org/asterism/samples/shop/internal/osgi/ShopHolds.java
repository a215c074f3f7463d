package org.asterism.samples.shop.internal.osgi;

import javax.servlet.Servlet;
import org.asterism.lock.servlet.SessionLocks;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.http.HoldsServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /shop/api/holds/…}. */
@Component(
        service = Servlet.class,
        property = {
            ShopContext.SELECT,
            "osgi.http.whiteboard.servlet.name=shop-holds",
            "osgi.http.whiteboard.servlet.pattern=/api/holds/*"
        })
public final class ShopHolds extends HoldsServlet {

    private static final long serialVersionUID = 1L;

    @Activate
    public ShopHolds(@Reference Shop shop, @Reference SessionLocks locks) {
        super(shop, locks);
    }
}
