package org.asterism.itests.war;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** GET waits for the first POST. */
@WebServlet("/*")
public final class StuckServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long LONGEST_SECONDS = 90;
    private static final CountDownLatch GATE = new CountDownLatch(1);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            if (!GATE.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
            response.getWriter().print("free");
        } catch (InterruptedException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        GATE.countDown();
    }
}
