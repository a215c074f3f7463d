package org.asterism.samples.shop.internal.osgi;

import java.io.IOException;
import javax.servlet.Servlet;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.http.PageServlet;
import org.asterism.samples.shop.internal.http.Template;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /shop/}. */
@Component(
        service = Servlet.class,
        property = {
            ShopContext.SELECT,
            "osgi.http.whiteboard.servlet.name=shop-page",
            "osgi.http.whiteboard.servlet.pattern="
        })
public final class ShopPage extends PageServlet {

    private static final long serialVersionUID = 1L;

    @Activate
    public ShopPage(@Reference Shop shop) throws IOException {
        super(shop, Template.load("/web/page.html"));
    }
}
