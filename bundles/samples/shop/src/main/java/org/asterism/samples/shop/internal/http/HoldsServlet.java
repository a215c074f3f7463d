package org.asterism.samples.shop.internal.http;

import static javax.servlet.http.HttpServletResponse.SC_CONFLICT;
import static javax.servlet.http.HttpServletResponse.SC_METHOD_NOT_ALLOWED;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockSession;
import org.asterism.lock.servlet.SessionLocks;
import org.asterism.samples.shop.internal.Shop;
import org.asterism.samples.shop.internal.Sku;
import org.asterism.samples.shop.internal.json.ShopJson;

/** Products that a visitor holds in hand: nobody else can, until the visitor puts them back or the session ends. */
public class HoldsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String NAMESPACE = "shop";
    private static final String NAME = "hold";

    private final transient Shop shop;
    private final transient SessionLocks locks;

    public HoldsServlet(Shop shop, SessionLocks locks) {
        this.shop = shop;
        this.locks = locks;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request).send(response);
    }

    private Answer answer(HttpServletRequest request) {
        try {
            LockSession session = locks.of(request.getSession(true));
            return switch (request.getMethod()) {
                case "GET", "HEAD" -> list(session);
                case "POST" -> hold(session, key(request));
                case "DELETE" -> putBack(session, key(request));
                default ->
                    Answer.problem(
                            SC_METHOD_NOT_ALLOWED, "method-not-allowed", request.getMethod() + " is not possible here");
            };
        } catch (RuntimeException e) {
            return Problems.answer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Problems.interrupted();
        }
    }

    private static LockKey key(HttpServletRequest request) {
        String path = request.getPathInfo();
        return LockKey.of(NAMESPACE, NAME, new Sku(path == null ? "" : path.substring(1)).value());
    }

    private Answer list(LockSession session) {
        return Answer.ok(ShopJson.holds(
                shop,
                session.held().stream()
                        .map(HeldLock::key)
                        .filter(key -> key.name().equals(NAME))
                        .map(key -> key.arguments().get(0))
                        .sorted()
                        .toList()));
    }

    /** What is held already is not held twice. */
    private Answer hold(LockSession session, LockKey key) throws InterruptedException {
        boolean held = isHeld(session, key)
                || session.tryAcquire(key, LockMode.EXCLUSIVE).isPresent();
        return held ? list(session) : Answer.problem(SC_CONFLICT, "held", "somebody else holds it");
    }

    private Answer putBack(LockSession session, LockKey key) {
        session.held().stream().filter(lock -> lock.key().equals(key)).forEach(HeldLock::close);
        return list(session);
    }

    private static boolean isHeld(LockSession session, LockKey key) {
        return session.held().stream().anyMatch(lock -> lock.key().equals(key));
    }
}
