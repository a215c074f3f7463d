package org.asterism.hub.internal.http;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.documents.Ages;
import org.asterism.documents.JsonText;
import org.asterism.documents.LockDocument;
import org.asterism.documents.LockPage;
import org.asterism.documents.LockStatisticsDocument;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code GET /locks} and what is below: the lock table, what is held for too long, the numbers and the last deadlocks. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=asterism-hub-locks",
            "osgi.http.whiteboard.servlet.pattern=/locks",
            "osgi.http.whiteboard.servlet.pattern=/locks/*"
        })
public final class LocksServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 100;

    private final transient LocalHub hub;
    private final transient AtomicReference<LockServer> server = new AtomicReference<>();

    @Activate
    public LocksServlet(@Reference LocalHub hub) {
        this.hub = hub;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, BadParameterException {
        Document document = document(request.getRequestURI());
        Optional<LockServer> present = Optional.ofNullable(server.get());
        if (document == null) {
            fail(response, HttpServletResponse.SC_NOT_FOUND, "there is nothing here; try /locks");
        } else if (present.isPresent()) {
            write(response, JSON, JsonText.line(document.of(present.get(), request)));
        } else {
            absent(response, hub);
        }
    }

    private static Document document(String path) {
        return switch (path) {
            case "/locks" -> LocksServlet::locks;
            case "/locks/overlapping" -> LocksServlet::overlapping;
            case "/locks/long-held" -> LocksServlet::longHeld;
            case "/locks/statistics" -> LocksServlet::statistics;
            case "/locks/deadlocks" -> LocksServlet::deadlocks;
            default -> null;
        };
    }

    private static Object locks(LockServer server, HttpServletRequest request) throws BadParameterException {
        Parameters parameters = Parameters.of(request, "namespace", "name", "owner", "older-than", LIMIT);
        LockFilter filter = new LockFilter(
                parameters.one("namespace"),
                parameters.one("name"),
                parameters.one("owner"),
                parameters.one("older-than", Ages::parse));
        return LockPage.of(server, filter, limit(parameters)).document();
    }

    private static Object overlapping(LockServer server, HttpServletRequest request) throws BadParameterException {
        Parameters parameters = Parameters.of(request, "key", LIMIT);
        LockKey key = parameters
                .one("key", LockKey::parse)
                .orElseThrow(() -> new BadParameterException("not a lock: the parameter key is missing"));
        return LockPage.overlapping(server, key, limit(parameters)).document();
    }

    private static Object longHeld(LockServer server, HttpServletRequest request) throws BadParameterException {
        Parameters.of(request);
        return LockDocument.longHeld(server.longHeld());
    }

    private static Object statistics(LockServer server, HttpServletRequest request) throws BadParameterException {
        Parameters.of(request);
        return LockStatisticsDocument.of(server.statistics());
    }

    private static Object deadlocks(LockServer server, HttpServletRequest request) throws BadParameterException {
        Parameters.of(request);
        return LockDocument.deadlocks(server.deadlocks());
    }

    private static int limit(Parameters parameters) throws BadParameterException {
        return parameters.one(LIMIT, LockPage::limit).orElse(DEFAULT_LIMIT);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(service.imported=*))")
    void setServer(LockServer present) {
        server.set(present);
    }

    void unsetServer(LockServer gone) {
        server.compareAndSet(gone, null);
    }

    @FunctionalInterface
    private interface Document {
        Object of(LockServer server, HttpServletRequest request) throws BadParameterException;
    }
}
