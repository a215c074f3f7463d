package org.asterism.samples.shop.internal.http;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.asterism.samples.shop.internal.json.Visitor;

/** Counts the visits of a session in the session. */
final class Visits {

    private static final String ATTRIBUTE = "shop.visits";

    private Visits() {}

    /** Counts one more; begins a session if there is none. */
    static Visitor count(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        int visits = read(session) + 1;
        session.setAttribute(ATTRIBUTE, visits);
        return new Visitor(session.getId(), visits);
    }

    /** Counts nothing and begins nothing. */
    static Visitor look(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? new Visitor("", 0) : new Visitor(session.getId(), read(session));
    }

    private static int read(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Integer visits ? visits : 0;
    }
}
