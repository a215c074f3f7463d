package org.asterism.hub.internal.artemis;

import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.TlsSettings.StoreFile;
import org.asterism.hub.internal.tls.StoreCheck;

/** How Artemis is told of TLS. Its own reloading is off: it stops to listen at a broken file; see {@link TlsReload}. */
final class TlsParameters {

    private static final String PKCS12 = "PKCS12";
    private static final String PROTOCOLS = "TLSv1.3,TLSv1.2";

    private TlsParameters() {}

    /**
     * What an acceptor needs besides host and port.
     *
     * @throws IllegalArgumentException if a password cannot be read
     */
    static Map<String, Object> of(TlsSettings tls) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, PROTOCOLS);
        parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, PKCS12);
        parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, path(tls.keystore()));
        parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, StoreCheck.password(tls.keystore()));
        tls.truststore().ifPresent(store -> {
            parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, PKCS12);
            parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, path(store));
            parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, StoreCheck.password(store));
        });
        parameters.put(TransportConstants.NEED_CLIENT_AUTH_PROP_NAME, tls.clientAuth() == ClientAuth.NEED);
        parameters.put(TransportConstants.WANT_CLIENT_AUTH_PROP_NAME, tls.clientAuth() == ClientAuth.WANT);
        return parameters;
    }

    private static String path(StoreFile store) {
        return store.file().toAbsolutePath().toString();
    }
}
