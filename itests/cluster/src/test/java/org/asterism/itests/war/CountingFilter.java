package org.asterism.itests.war;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.annotation.WebFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

/** Counts the visits of a session. */
@WebFilter("*.jsp")
public final class CountingFilter implements Filter {

    private static final String VISITS = "visits";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = ((HttpServletRequest) request).getSession();
        int before = session.getAttribute(VISITS) instanceof Integer visits ? visits : 0;
        session.setAttribute(VISITS, before + 1);
        chain.doFilter(request, response);
    }
}
