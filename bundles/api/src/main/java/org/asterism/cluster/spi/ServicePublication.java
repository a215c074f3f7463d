package org.asterism.cluster.spi;

import java.util.Map;

/** One service this member offers. */
public interface ServicePublication extends AutoCloseable {

    /** Replaces the properties. Never blocks. */
    void update(Map<String, Object> properties);

    /** Withdraws the service. Closing twice has no effect. */
    @Override
    void close();
}
