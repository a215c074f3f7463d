package org.asterism.itests.war;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.el.ListELResolver;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.annotation.WebListener;
import javax.servlet.jsp.JspFactory;

/** Hands objects of the expression language to the engine, as frameworks do. */
@WebListener
public final class CatalogueListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        JspFactory.getDefaultFactory()
                .getJspApplicationContext(event.getServletContext())
                .addELResolver(new ListELResolver());
        try {
            event.getServletContext().setAttribute("elements", Catalogue.elements("<a><b/><b/></a>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
