package org.asterism.console.internal.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.console.internal.ActionException;
import org.asterism.console.internal.Actions;
import org.asterism.console.internal.Entrance;
import org.asterism.console.internal.Visitor;

/** {@code POST …/actions/NAME} with {@code reason} and whatever the action needs. */
public final class ActionServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;

    private final transient Actions actions;

    /** With what can be done. */
    public ActionServlet(Entrance entrance, Actions actions) {
        super(entrance);
        this.actions = actions;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Visitor> actor = actor(request, response);
        if (actor.isEmpty()) {
            return;
        }
        Optional<Map<String, String>> body = Body.of(request);
        String path = request.getPathInfo();
        if (body.isEmpty() || path == null) {
            fail(response, HttpServletResponse.SC_BAD_REQUEST, "expected an action and JSON with strings");
            return;
        }
        Map<String, String> parameters = new HashMap<>(body.get());
        String reason = Optional.ofNullable(parameters.remove("reason")).orElse("");
        try {
            write(response, Map.of("said", actions.perform(path.substring(1), actor.get(), reason, parameters)));
        } catch (ActionException e) {
            fail(response, status(e.kind()), e.getMessage());
        }
    }

    private static int status(ActionException.Cause cause) {
        return switch (cause) {
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case WRONG -> HttpServletResponse.SC_BAD_REQUEST;
            case FAILED -> HttpServletResponse.SC_BAD_GATEWAY;
        };
    }
}
