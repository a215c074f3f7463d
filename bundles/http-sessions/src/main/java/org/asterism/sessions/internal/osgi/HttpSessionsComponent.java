package org.asterism.sessions.internal.osgi;

import java.util.Map;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.asterism.servernode.spi.RequestsUnderWay;
import org.asterism.sessions.internal.AttributeCodec;
import org.asterism.sessions.internal.SessionCounters;
import org.asterism.sessions.internal.SessionSettings;
import org.asterism.sessions.internal.jdbc.JdbcSessionStore;
import org.asterism.sessions.internal.jetty.JettySessions;
import org.asterism.sessions.internal.jetty.StoreGate;
import org.asterism.sessions.internal.jmx.SessionsRegistration;
import org.asterism.sessions.internal.jta.JtaIsolation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** HTTP sessions that survive: brought to the HTTP server at once, stored as soon as the table is there. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.asterism.http.sessions")
@Designate(ocd = HttpSessionsConfig.class)
public final class HttpSessionsComponent {

    /** Pax Web keeps one customizer of each ranking and drops the others: this one differs from that of the agent. */
    private static final int RANKING = 10;

    private final StoreGate gate;
    private final JettySessions sessions;
    private final ServiceRegistration<HttpConfiguration.Customizer> customizer;
    private final ServiceRegistration<RequestsUnderWay> counter;
    private final SharedDatabase database;
    private final SessionsRegistration shown;

    @Activate
    public HttpSessionsComponent(
            BundleContext context, @Reference TransactionManager transactions, HttpSessionsConfig config) {
        SessionSettings settings = HttpSessionsConfig.Reader.read(config);
        SessionCounters counters = new SessionCounters();
        AttributeCodec codec = new AttributeCodec(settings.limits(), new BundleHomes(context));
        gate = new StoreGate(settings.patience());
        sessions = new JettySessions(gate, codec, settings, counters);
        database = new SharedDatabase(
                context,
                found -> gate.set(
                        found.map(source -> store(source, transactions)).orElse(null)));
        shown = new SessionsRegistration(counters);
        counter = context.registerService(RequestsUnderWay.class, sessions::underWay, null);
        customizer = context.registerService(
                HttpConfiguration.Customizer.class,
                sessions,
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, RANKING)));
    }

    private static JdbcSessionStore store(DataSource source, TransactionManager transactions) {
        return new JdbcSessionStore(source, new JtaIsolation(transactions));
    }

    @Deactivate
    void deactivate() {
        customizer.unregister();
        counter.unregister();
        database.close();
        sessions.close();
        gate.close();
        shown.close();
    }
}
