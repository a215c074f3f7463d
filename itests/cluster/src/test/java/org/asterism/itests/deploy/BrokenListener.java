package org.asterism.itests.deploy;

import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.annotation.WebListener;

/** Keeps a web application from starting. */
@WebListener
public final class BrokenListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        throw new IllegalStateException("this version is broken");
    }
}
