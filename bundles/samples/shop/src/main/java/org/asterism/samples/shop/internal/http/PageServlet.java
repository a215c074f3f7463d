package org.asterism.samples.shop.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.samples.shop.internal.DatabaseUnavailableException;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.StockLevel;
import org.asterism.samples.shop.internal.json.ShopJson;
import org.asterism.samples.shop.internal.json.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page. It is complete when it arrives; its script only keeps it fresh. */
public class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PageServlet.class);
    private static final int MAX_PRODUCTS = 100;

    private final transient Shop shop;
    private final transient Template template;

    public PageServlet(Shop shop, Template template) {
        this.shop = shop;
        this.template = template;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = Visits.count(request);
        byte[] page = template.fill(values(visitor, request)).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'self'; base-uri 'self'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private Map<String, String> values(Visitor visitor, HttpServletRequest request) {
        return Map.of(
                "base", request.getContextPath() + "/",
                "instance", shop.instance(),
                "node", shop.node(),
                "visits", String.valueOf(visitor.visits()),
                "session", visitor.session(),
                "overview", ShopJson.overview(shop, visitor, products()));
    }

    private List<StockLevel> products() {
        try {
            return shop.all(MAX_PRODUCTS);
        } catch (DatabaseUnavailableException e) {
            LOG.warn("Page without products: {}", e.getMessage());
            return List.of();
        }
    }
}
