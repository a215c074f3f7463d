package org.asterism.console.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.console.internal.Entrance;

/** The files of the page. They hold nothing of the cluster, so nobody has to log in for them. */
public final class PageServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

    /** There is nothing to be configured. */
    public PageServlet(Entrance entrance) {
        super(entrance);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            // relative, for there may be a prefix that a proxy in front takes away
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "console/");
            return;
        }
        String file = path.equals("/") ? "index.html" : path.substring(1);
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        try (InputStream in = file.matches("[a-z]+\\.[a-z]+") && type != null
                ? PageServlet.class.getResourceAsStream("page/" + file)
                : null) {
            if (in == null) {
                fail(response, HttpServletResponse.SC_NOT_FOUND, "there is nothing at " + path);
                return;
            }
            response.setContentType(type);
            response.setCharacterEncoding("UTF-8");
            in.transferTo(response.getOutputStream());
        }
    }
}
