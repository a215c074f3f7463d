package org.asterism.samples.shop.internal.http;

import java.io.Serializable;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.asterism.samples.shop.internal.json.Visitor;

/**
 * Counts the visits of a session in the session. The session survives its server node: its attributes are serializable, and are set
 * anew when they have changed.
 */
final class Visits {

    private static final String ATTRIBUTE = "shop.visits";

    private Visits() {}

    private record Seen(int visits) implements Serializable {}

    /** Counts one more; begins a session if there is none. */
    static Visitor count(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        int visits = read(session) + 1;
        session.setAttribute(ATTRIBUTE, new Seen(visits));
        return new Visitor(session.getId(), visits);
    }

    /** Counts nothing and begins nothing. */
    static Visitor look(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? new Visitor("", 0) : new Visitor(session.getId(), read(session));
    }

    private static int read(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Seen seen ? seen.visits() : 0;
    }
}
