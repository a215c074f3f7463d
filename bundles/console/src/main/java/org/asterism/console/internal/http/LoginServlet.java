package org.asterism.console.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.console.internal.Actions;
import org.asterism.console.internal.Entrance;
import org.asterism.console.internal.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET, POST, DELETE …/session}: who is logged in, to log in, to log out. */
public final class LoginServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger("org.asterism.audit");
    private static final int TOO_MANY_REQUESTS = 429;

    private final transient Actions actions;

    /** With what may be done by whom. */
    public LoginServlet(Entrance entrance, Actions actions) {
        super(entrance);
        this.actions = actions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Visitor> visitor = visitor(request, response);
        if (visitor.isPresent()) {
            write(response, session(visitor.get(), token(request).orElseThrow()));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Map<String, String>> body = Body.of(request);
        if (body.isEmpty() || !body.get().keySet().equals(java.util.Set.of("user", "password"))) {
            fail(response, HttpServletResponse.SC_BAD_REQUEST, "expected JSON with user and password");
            return;
        }
        String user = body.get().get("user");
        Entrance.Outcome outcome = entrance().login(user, body.get().get("password"), Instant.now());
        if (outcome instanceof Entrance.Admitted admitted) {
            LOG.info(
                    "{} has logged in to the console as {}",
                    quoted(user),
                    admitted.visitor().role().label());
            setCookie(request, response, admitted.token(), entrance().life());
            write(response, session(admitted.visitor(), admitted.token()));
        } else if (outcome instanceof Entrance.MustWait must) {
            response.setHeader("Retry-After", Long.toString(must.time().toSeconds() + 1));
            fail(
                    response,
                    TOO_MANY_REQUESTS,
                    "too many attempts: wait " + (must.time().toSeconds() + 1) + " s");
        } else {
            LOG.warn("A login to the console as {} was refused", quoted(user));
            fail(response, HttpServletResponse.SC_UNAUTHORIZED, "the user or the password is wrong");
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        setCookie(request, response, "", Duration.ZERO);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private Map<String, Object> session(Visitor visitor, String token) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("user", visitor.user());
        session.put("role", visitor.role().label());
        session.put("actions", actions.allowed(visitor.role()));
        session.put("proof", entrance().proof(token));
        return session;
    }

    /** By hand: the Cookie of Servlet 4 has no SameSite. */
    private static void setCookie(
            HttpServletRequest request, HttpServletResponse response, String token, Duration life) {
        response.setHeader(
                "Set-Cookie",
                COOKIE + "=" + token + "; Path=/; Max-Age=" + life.toSeconds() + "; HttpOnly; SameSite=Strict"
                        + (request.isSecure() ? "; Secure" : ""));
    }

    /** A name from outside cannot make lines of its own in the log. */
    private static String quoted(String user) {
        String shown = user.length() > 100 ? user.substring(0, 100) : user;
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
