package org.asterism.hub.internal.artemis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.asterism.hub.internal.HubConfiguration;

/** A broker in memory alone: no journal, no paging, no management, one acceptor for the core protocol. */
final class BrokerConfiguration {

    static final String ACCEPTOR = "members";

    /** No queue is bound to it; only keeps Artemis from warning of each queue that there is none. */
    private static final SimpleString NOWHERE = SimpleString.of("hub.nowhere");

    private static final int SCAN_MILLIS = 30_000;
    private static final int POOL_THREADS = 4;
    private static final int TIMER_THREADS = 1;
    private static final int WRITE_BUFFER = 256 << 10;

    private BrokerConfiguration() {}

    static Configuration of(HubConfiguration hub) {
        long ttl = hub.connectionTtl().toMillis();
        Configuration configuration = new ConfigurationImpl()
                .setName("asterism-hub")
                .setPersistenceEnabled(false)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setCriticalAnalyzer(false)
                .setMaxDiskUsage(-1)
                .setConnectionTTLOverride(ttl)
                .setConnectionTtlCheckInterval(Math.max(100, ttl / 10))
                .setAddressQueueScanPeriod(SCAN_MILLIS)
                .setSuppressSessionNotifications(true)
                // by default 30 and 5, each started before the first is used again
                .setThreadPoolMaxSize(POOL_THREADS)
                .setScheduledThreadPoolMaxSize(TIMER_THREADS)
                // Artemis lets the cluster user do anything, and its default password is public
                .setClusterPassword(UUID.randomUUID().toString())
                .setAcceptorConfigurations(Set.of(acceptor(hub)));
        configuration.addAddressSetting("#", settings(hub));
        return configuration;
    }

    private static TransportConfiguration acceptor(HubConfiguration hub) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, hub.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, hub.port());
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE");
        parameters.put(TransportConstants.WRITE_BUFFER_HIGH_WATER_MARK_PROPNAME, WRITE_BUFFER);
        parameters.put(TransportConstants.AUTO_START, false);
        // one for each processor: every message wakes the threads of its receivers
        parameters.put(
                TransportConstants.REMOTING_THREADS_PROPNAME,
                Runtime.getRuntime().availableProcessors());
        hub.tls().map(TlsParameters::of).ifPresent(parameters::putAll);
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, ACCEPTOR);
    }

    private static AddressSettings settings(HubConfiguration hub) {
        return new AddressSettings()
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(true) // for the temporary queues of listeners; sending creates nothing
                .setAutoDeleteAddresses(true)
                .setDeadLetterAddress(NOWHERE)
                .setExpiryAddress(NOWHERE)
                .setMaxSizeBytes(hub.queueBytes())
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
    }
}
