package org.asterism.hub.internal.http;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /cluster/events}: the view, then every change, as server-sent events. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=asterism-hub-events",
            "osgi.http.whiteboard.servlet.pattern=/cluster/events",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class EventServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient LocalHub hub;

    @Activate
    public EventServlet(@Reference LocalHub hub) {
        this.hub = hub;
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws BadParameterException {
        Parameters.of(request);
        asEvents(response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, BadParameterException {
        Parameters.of(request);
        Optional<ClusterEvents> events = hub.events();
        if (events.isEmpty()) {
            absent(response, hub);
        } else if (!events.get().listen(() -> begin(request, response))) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "5");
            write(response, TEXT, events.get().limit() + " listen already, and that is the bound (events.clients)\n");
        }
    }

    private static AsyncContext begin(HttpServletRequest request, HttpServletResponse response) {
        asEvents(response);
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        return context;
    }

    private static void asEvents(HttpServletResponse response) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy in between hands over what it has at once
    }
}
