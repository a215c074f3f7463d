package org.asterism.console.internal.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import org.asterism.cluster.ClusterListener;
import org.asterism.console.internal.Action;
import org.asterism.console.internal.Actions;
import org.asterism.console.internal.Entrance;
import org.asterism.console.internal.Timeline;
import org.asterism.console.internal.http.ActionServlet;
import org.asterism.console.internal.http.LoginServlet;
import org.asterism.console.internal.http.PageServlet;
import org.asterism.console.internal.http.Pictures;
import org.asterism.console.internal.http.Present;
import org.asterism.console.internal.http.ReadServlet;
import org.asterism.console.internal.http.StreamServlet;
import org.asterism.console.internal.jaas.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The console, below {@code /console/} of the HTTP server of this container. */
@Component(
        service = {},
        configurationPid = "org.asterism.console",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ConsoleConfig.class)
public final class ConsoleComponent {

    private static final String ROOT = "/console";
    private static final String API = ROOT + "/api/";

    private final BundleContext context;
    private final Pictures pictures;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Activate
    public ConsoleComponent(BundleContext context, @Reference LiveCluster cluster, ConsoleConfig config) {
        this.context = context;
        ConsoleSettings settings = ConsoleSettings.of(config);
        Entrance entrance = new Entrance(new JaasRealm(settings.realm()), settings.logins());
        Timeline timeline = new Timeline(settings.span(), settings.moments());
        Present present = new Present(cluster, timeline);
        pictures = new Pictures(present, settings.pages());
        TimelineListener listener = new TimelineListener(timeline, cluster, pictures);
        Actions actions = new Actions(actions(cluster), listener);
        registrations.add(context.registerService(ClusterListener.class, listener, null));
        serve("page", new PageServlet(entrance), ROOT, ROOT + "/*");
        serve("session", new LoginServlet(entrance, actions), API + "session");
        serve("read", new ReadServlet(entrance, present, timeline), API + "*");
        serve("stream", new StreamServlet(entrance, pictures), API + "stream");
        serve("actions", new ActionServlet(entrance, actions), API + "actions/*");
    }

    private List<Action> actions(LiveCluster cluster) {
        List<Action> actions = new ArrayList<>(NodeAction.all(context));
        actions.add(new LockReleaseAction(cluster));
        return actions;
    }

    private void serve(String name, Servlet servlet, String... patterns) {
        Map<String, Object> properties = Map.of(
                "osgi.http.whiteboard.servlet.name",
                "asterism-console-" + name,
                "osgi.http.whiteboard.servlet.pattern",
                patterns,
                "osgi.http.whiteboard.servlet.asyncSupported",
                true);
        registrations.add(context.registerService(Servlet.class, servlet, FrameworkUtil.asDictionary(properties)));
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        pictures.close();
    }
}
