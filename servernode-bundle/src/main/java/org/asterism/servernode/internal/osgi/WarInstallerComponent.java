package org.asterism.servernode.internal.osgi;

import java.util.Map;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Registers {@link WarInstaller} while there is an engine for web applications; it goes before Pax Web's own deployer. */
@Component(
        service = {},
        immediate = true)
public final class WarInstallerComponent {

    private static final String ENGINE =
            "(&(objectClass=org.osgi.service.url.URLStreamHandlerService)(url.handler.protocol=" + WarInstaller.PROTOCOL
                    + "))";
    private static final int RANKING = 100;

    private final BundleContext context;
    private final WhilePresent installer;

    /** Begins to wait for an engine. */
    @Activate
    public WarInstallerComponent(BundleContext context) {
        this.context = context;
        this.installer = new WhilePresent(context, ENGINE, handler -> register());
    }

    private AutoCloseable register() {
        Map<String, Object> properties = Map.of(Constants.SERVICE_RANKING, RANKING);
        ServiceRegistration<?> registration = context.registerService(
                ArtifactUrlTransformer.class, new WarInstaller(), FrameworkUtil.asDictionary(properties));
        return registration::unregister;
    }

    @Deactivate
    void deactivate() {
        installer.close();
    }
}
