package org.asterism.hub.internal.osgi;

import java.util.regex.Pattern;
import org.asterism.hub.internal.standby.Timing;

/**
 * How hubs arbitrate.
 *
 * @param dataSource the {@code osgi.jndi.service.name} of the shared database
 */
record StandbySettings(Timing timing, String dataSource) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]+");

    /** @throws IllegalArgumentException naming the value that is not valid */
    StandbySettings {
        if (!NAME.matcher(dataSource).matches()) {
            throw new IllegalArgumentException("standby.datasource '" + dataSource + "' is no name of a data source");
        }
    }
}
