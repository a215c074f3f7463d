package org.asterism.samples.shop.internal.osgi;

import org.osgi.service.component.annotations.Component;

/** {@code /shop/static/…}: the style sheet and the script of the page, as they lie in this bundle. */
@Component(
        service = ShopFiles.class,
        property = {
            ShopContext.SELECT,
            "osgi.http.whiteboard.resource.pattern=/static/*",
            "osgi.http.whiteboard.resource.prefix=/web/static"
        })
public final class ShopFiles {}
