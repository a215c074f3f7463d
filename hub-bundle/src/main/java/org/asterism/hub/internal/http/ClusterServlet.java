package org.asterism.hub.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MessageServer;
import org.asterism.documents.JsonText;
import org.asterism.documents.Selection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /cluster}, {@code GET /cluster/servers.txt} and the page {@code GET /}. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.name=asterism-hub", "osgi.http.whiteboard.servlet.pattern=/*"})
public final class ClusterServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> RESOURCES = Map.of("/hub.css", "text/css", "/hub.js", "text/javascript");

    private final transient LocalHub hub;

    @Activate
    public ClusterServlet(@Reference LocalHub hub) {
        this.hub = hub;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, BadParameterException {
        String path = request.getRequestURI();
        if (RESOURCES.containsKey(path)) {
            write(response, RESOURCES.get(path), resource(path));
            return;
        }
        Page page = page(path);
        if (page == null) {
            fail(response, HttpServletResponse.SC_NOT_FOUND, "there is nothing here; try /cluster");
            return;
        }
        Optional<MessageServer> server = hub.server();
        if (server.isEmpty()) {
            absent(response, hub);
        } else {
            page.answer(server.get(), request, response);
        }
    }

    private Page page(String path) {
        return switch (path) {
            case "/" -> this::people;
            case "/cluster" -> this::lists;
            case "/cluster/servers.txt" -> ClusterServlet::servers;
            default -> null;
        };
    }

    private void people(MessageServer server, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(
                response,
                "text/html",
                ClusterPage.write(server.view(), server.status(), hub.condition(), new Connections(server.clients())));
    }

    private void lists(MessageServer server, HttpServletRequest request, HttpServletResponse response)
            throws IOException, BadParameterException {
        Selection selection = Parameters.of(request, "member", "kind", "instance", "state", "label", "interface")
                .selection();
        ClusterView view = server.view();
        if (isKnown(request, response, ETags.of(view))) {
            return;
        }
        Connections connections = new Connections(server.clients());
        write(
                response,
                JSON,
                JsonText.compact(ClusterJson.of(selection.of(view), server.status(), hub.condition(), connections)));
    }

    private static void servers(MessageServer server, HttpServletRequest request, HttpServletResponse response)
            throws IOException, BadParameterException {
        Parameters.of(request);
        ClusterView view = server.view();
        if (view.warming()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "1");
            write(response, TEXT, "the hub has just started and does not know all servers yet: keep what you have\n");
            return;
        }
        String list = ServerList.of(view);
        if (!isKnown(request, response, ETags.of(list))) {
            write(response, TEXT, list);
        }
    }

    private static boolean isKnown(HttpServletRequest request, HttpServletResponse response, String tag) {
        response.setHeader("ETag", tag);
        boolean known = ETags.matches(request.getHeader("If-None-Match"), tag);
        if (known) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return known;
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = ClusterServlet.class.getResourceAsStream(path.substring(1))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @FunctionalInterface
    private interface Page {
        void answer(MessageServer server, HttpServletRequest request, HttpServletResponse response)
                throws IOException, BadParameterException;
    }
}
