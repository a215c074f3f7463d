package org.asterism.dispatcher.internal.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.asterism.dispatcher.MaintenanceNotice;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** An application that is under maintenance in the whole cluster while a configuration says so. */
@Component(
        service = {},
        immediate = true,
        configurationPid = MaintenanceConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MaintenanceConfig.class, factory = true)
public final class ConfiguredMaintenance {

    private static final long BYTES_PER_CHARACTER = 4;

    private final MaintenanceDesk desk;
    private final MaintenanceConfig config;

    /** @throws IOException if the page cannot be read */
    @Activate
    public ConfiguredMaintenance(@Reference MaintenanceDesk desk, MaintenanceConfig config) throws IOException {
        this.desk = desk;
        this.config = config;
        boolean html = !config.page_file().isBlank();
        desk.announce(
                config.application(),
                true,
                html ? read(Path.of(config.page_file())) : "",
                html,
                Duration.ofSeconds(config.retry_seconds()));
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > MaintenanceNotice.MAX_PAGE * BYTES_PER_CHARACTER) {
            throw new IllegalArgumentException(
                    "page.file " + file + " has more than " + MaintenanceNotice.MAX_PAGE + " characters");
        }
        return Files.readString(file);
    }

    /** The maintenance is over when the configuration is taken away, but not when the instance stops. */
    @Deactivate
    void stop(BundleContext context) {
        if (context.getBundle(0).getState() != Bundle.STOPPING) {
            desk.announce(config.application(), false, "", false, Duration.ZERO);
        }
    }
}
