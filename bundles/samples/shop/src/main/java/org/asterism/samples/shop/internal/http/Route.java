package org.asterism.samples.shop.internal.http;

import java.util.List;

/**
 * What a path below {@code /shop/api} is about.
 *
 * @param sku as it was sent, not yet checked; empty if the path names no product
 */
record Route(Kind kind, String sku) {

    enum Kind {
        /** {@code /whoami}. */
        WHO_AM_I,
        /** {@code /overview}: everything the page shows. */
        OVERVIEW,
        /** {@code /products/{sku}}. */
        PRODUCT,
        /** {@code /products/{sku}/reserve}. */
        RESERVE,
        /** {@code /products/{sku}/reservations}. */
        RESERVATIONS,
        /** Anything else. */
        NOTHING
    }

    private static final Route NOTHING = new Route(Kind.NOTHING, "");

    /** @param pathInfo as the servlet container hands it over: decoded, or null */
    static Route of(String pathInfo) {
        List<String> parts =
                pathInfo == null ? List.of() : List.of(pathInfo.substring(1).split("/", -1));
        if (parts.size() == 1) {
            return ofOne(parts.get(0));
        }
        if (parts.size() > 3 || parts.isEmpty() || !parts.get(0).equals("products")) {
            return NOTHING;
        }
        return parts.size() == 2 ? new Route(Kind.PRODUCT, parts.get(1)) : ofProduct(parts.get(1), parts.get(2));
    }

    private static Route ofOne(String part) {
        return switch (part) {
            case "whoami" -> new Route(Kind.WHO_AM_I, "");
            case "overview" -> new Route(Kind.OVERVIEW, "");
            default -> NOTHING;
        };
    }

    private static Route ofProduct(String sku, String action) {
        return switch (action) {
            case "reserve" -> new Route(Kind.RESERVE, sku);
            case "reservations" -> new Route(Kind.RESERVATIONS, sku);
            default -> NOTHING;
        };
    }
}
