package org.asterism.hub.internal.http;

import java.io.IOException;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.documents.JsonText;

/** Answers GET and HEAD, and says clearly why it does not answer otherwise. Nothing is cached, nothing is guessed. */
abstract class ReadOnlyServlet extends HttpServlet {

    static final String JSON = "application/json";
    static final String TEXT = "text/plain";

    private static final long serialVersionUID = 1L;
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            fail(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "only GET and HEAD are answered here");
            return;
        }
        try {
            super.service(request, response);
        } catch (BadParameterException e) {
            fail(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
        }
    }

    static void fail(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        write(response, JSON, JsonText.line(Map.of("error", message)));
    }

    /** This is not the active hub. */
    static void absent(HttpServletResponse response, LocalHub hub) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "1");
        write(response, JSON, JsonText.line(hub.absence()));
    }

    static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body);
    }
}
