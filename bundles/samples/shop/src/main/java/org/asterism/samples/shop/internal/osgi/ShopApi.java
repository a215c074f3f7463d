package org.asterism.samples.shop.internal.osgi;

import javax.servlet.Servlet;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.http.ApiServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /shop/api/…}. */
@Component(
        service = Servlet.class,
        property = {
            ShopContext.SELECT,
            "osgi.http.whiteboard.servlet.name=shop-api",
            "osgi.http.whiteboard.servlet.pattern=/api/*"
        })
public final class ShopApi extends ApiServlet {

    private static final long serialVersionUID = 1L;

    @Activate
    public ShopApi(@Reference Shop shop) {
        super(shop);
    }
}
