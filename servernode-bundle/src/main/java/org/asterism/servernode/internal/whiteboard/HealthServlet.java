package org.asterism.servernode.internal.whiteboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberState;
import org.asterism.servernode.internal.Engine;
import org.asterism.servernode.internal.EngineReport;

/** Tells how this engine is; needs no hub for it. 200 if it is ready for requests, else 503. */
final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient ClusterService cluster;
    private final transient Engine engine;

    HealthServlet(ClusterService cluster, Engine engine) {
        this.cluster = cluster;
        this.engine = engine;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EngineReport report = engine.report();
        boolean ready = report.url().isPresent();
        ObjectNode json = JSON.createObjectNode();
        json.put("id", cluster.self().value());
        json.put("incarnation", cluster.incarnation());
        json.put("state", (ready ? MemberState.UP : MemberState.JOINING).name());
        json.put("pid", ProcessHandle.current().pid());
        json.put("requests", report.load().requests());
        json.put("sessions", report.load().sessions());
        report.applications().forEach(json.putArray("applications")::add);
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JSON.writeValueAsBytes(json));
    }
}
