package org.asterism.hub.internal.http;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.cluster.MessageServer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /cluster} and {@code GET /}. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.name=asterism-hub", "osgi.http.whiteboard.servlet.pattern=/*"})
public final class ClusterServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient MessageServer server;
    private final transient ClusterJson json = new ClusterJson();

    @Activate
    public ClusterServlet(@Reference(target = "(!(service.imported=*))") MessageServer server) {
        this.server = server;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.equals("/cluster")) {
            answer(response, "application/json", json.write(server.view()));
        } else if (path.equals("/")) {
            answer(response, "text/html", ClusterPage.write(server.view(), server.status()));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void answer(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(body);
    }
}
