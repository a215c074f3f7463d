package org.asterism.console.internal.http;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.ServletException;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.console.internal.Entrance;
import org.asterism.console.internal.Visitor;
import org.asterism.documents.JsonText;

/**
 * What all requests to the console have in common. Nothing is cached, framed or loaded from elsewhere. Who is not logged in gets 401. What
 * changes something needs a proof that only our own page can read (cross-site request forgery, OWASP's signed double submit).
 */
abstract class ConsoleServlet extends HttpServlet {

    static final String COOKIE = "ASTERISM_CONSOLE";
    static final String PROOF = "X-Asterism-Proof";

    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final transient Entrance entrance;

    ConsoleServlet(Entrance entrance) {
        this.entrance = entrance;
    }

    final Entrance entrance() {
        return entrance;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", POLICY);
        super.service(request, response);
    }

    /** Who asks; if nobody has logged in, that is answered already. */
    final Optional<Visitor> visitor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Visitor> visitor = token(request).flatMap(token -> entrance.visitor(token, Instant.now()));
        if (visitor.isEmpty()) {
            fail(response, HttpServletResponse.SC_UNAUTHORIZED, "log in first");
        }
        return visitor;
    }

    /** Who wants to change something, with the proof that it is our page; everything else is answered already. */
    final Optional<Visitor> actor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Visitor> visitor = visitor(request, response);
        String shown = request.getHeader(PROOF);
        if (visitor.isPresent()
                && (shown == null || !entrance.isProof(token(request).orElseThrow(), shown))) {
            fail(response, HttpServletResponse.SC_FORBIDDEN, "the request does not come from the page: load it anew");
            return Optional.empty();
        }
        return visitor;
    }

    static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    static void fail(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        write(response, Map.of("error", message));
    }

    static void write(HttpServletResponse response, Object document) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(JsonText.line(document));
    }
}
