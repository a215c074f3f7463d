package org.asterism.itests.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

/** Tells its version and counts visits in the session. Runs inside a web application, alone. */
@WebServlet("/version")
public final class VersionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        Object before = session.getAttribute("visits");
        int visits = before == null ? 1 : (Integer) before + 1;
        session.setAttribute("visits", visits);
        try (InputStream version = getServletContext().getResourceAsStream("/WEB-INF/version.txt")) {
            String text = new String(version.readAllBytes(), StandardCharsets.UTF_8) + " " + visits;
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
