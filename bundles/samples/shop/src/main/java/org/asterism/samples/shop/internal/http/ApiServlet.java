package org.asterism.samples.shop.internal.http;

import static javax.servlet.http.HttpServletResponse.SC_CONFLICT;
import static javax.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;
import static javax.servlet.http.HttpServletResponse.SC_NOT_FOUND;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.samples.shop.internal.Amount;
import org.asterism.samples.shop.internal.InvalidInputException;
import org.asterism.samples.shop.internal.ReserveOutcome;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.Sku;
import org.asterism.samples.shop.internal.StockLevel;
import org.asterism.samples.shop.internal.json.ShopJson;

/** The API of the shop; the README of this bundle lists it. */
public class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MAX_PRODUCTS = 100;

    private final transient Shop shop;

    public ApiServlet(Shop shop) {
        this.shop = shop;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request).send(response);
    }

    private Answer answer(HttpServletRequest request) {
        try {
            return switch (request.getMethod()) {
                case "GET", "HEAD" -> get(request);
                case "PUT" -> put(request);
                case "POST" -> post(request);
                default -> notAllowed(request);
            };
        } catch (RuntimeException e) {
            return Problems.answer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Problems.interrupted();
        }
    }

    private Answer get(HttpServletRequest request) {
        Route route = Route.of(request.getPathInfo());
        return switch (route.kind()) {
            case WHO_AM_I -> Answer.ok(ShopJson.whoAmI(shop, Visits.count(request)));
            case OVERVIEW -> Answer.ok(ShopJson.overview(shop, Visits.look(request), shop.all(MAX_PRODUCTS)));
            case PRODUCT -> product(new Sku(route.sku()));
            case RESERVATIONS -> reservations(new Sku(route.sku()));
            case RESERVE, NOTHING -> notAllowed(request);
        };
    }

    private Answer product(Sku sku) {
        return shop.find(sku).map(level -> Answer.ok(ShopJson.product(level))).orElseGet(() -> noSuchProduct(sku));
    }

    private Answer reservations(Sku sku) {
        return Answer.ok(ShopJson.reservations(sku, shop.reserved(sku)));
    }

    private Answer put(HttpServletRequest request) throws InterruptedException {
        Route route = Route.of(request.getPathInfo());
        if (route.kind() != Route.Kind.PRODUCT) {
            return notAllowed(request);
        }
        StockLevel level = new StockLevel(new Sku(route.sku()), Amount.stock(parameter(request, "stock")));
        shop.set(level);
        return Answer.ok(ShopJson.product(level));
    }

    private Answer post(HttpServletRequest request) throws InterruptedException {
        Route route = Route.of(request.getPathInfo());
        if (route.kind() != Route.Kind.RESERVE) {
            return notAllowed(request);
        }
        return outcome(shop.reserve(new Sku(route.sku()), Amount.quantity(parameter(request, "quantity"))));
    }

    private static Answer outcome(ReserveOutcome outcome) {
        if (outcome instanceof ReserveOutcome.Reserved reserved) {
            return Answer.ok(ShopJson.reserved(reserved));
        }
        if (outcome instanceof ReserveOutcome.SoldOut soldOut) {
            return Answer.problem(
                    SC_CONFLICT, "sold-out", "only " + soldOut.left().stock() + " left");
        }
        return noSuchProduct(((ReserveOutcome.NoSuchProduct) outcome).sku());
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null) {
            throw new InvalidInputException("the parameter '" + name + "' is missing");
        }
        return value;
    }

    private static Answer noSuchProduct(Sku sku) {
        return Answer.problem(SC_NOT_FOUND, "no-such-product", "there is no product " + sku);
    }

    private static Answer nothing(HttpServletRequest request) {
        return Answer.problem(SC_NOT_FOUND, "not-found", "there is nothing at " + request.getRequestURI());
    }

    private static Answer notAllowed(HttpServletRequest request) {
        return Route.of(request.getPathInfo()).kind() == Route.Kind.NOTHING
                ? nothing(request)
                : Answer.problem(
                        SC_METHOD_NOT_ALLOWED, "method-not-allowed", request.getMethod() + " is not possible here");
    }
}
