package org.asterism.client.internal.artemis;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.asterism.client.TlsSettings;
import org.asterism.client.TlsSettings.StoreFile;

/** How Artemis is told of TLS. The name of the hub is verified, always. */
final class TlsParameters {

    private static final String PKCS12 = "PKCS12";
    private static final String PROTOCOLS = "TLSv1.3,TLSv1.2";

    private TlsParameters() {}

    /**
     * What a connector to this hub needs besides host and port; nothing if its scheme is {@code tcp}. Asked for at each
     * attempt to connect, so that new files and passwords are used.
     *
     * @throws IOException if a password cannot be read; the message says which
     */
    static Map<String, Object> of(URI hub, TlsSettings tls) throws IOException {
        Map<String, Object> parameters = new HashMap<>();
        if (!TlsSettings.isEncrypted(hub)) {
            return parameters;
        }
        parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
        parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, PROTOCOLS);
        // or else system properties of the container would win
        parameters.put(TransportConstants.FORCE_SSL_PARAMETERS, true);
        if (tls.truststore().isPresent()) {
            StoreFile store = tls.truststore().get();
            parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, PKCS12);
            parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, path(store));
            parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, password(store));
        }
        if (tls.keystore().isPresent()) {
            StoreFile store = tls.keystore().get();
            parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, PKCS12);
            parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, path(store));
            parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, password(store));
        }
        return parameters;
    }

    private static String path(StoreFile store) {
        return store.file().toAbsolutePath().toString();
    }

    private static String password(StoreFile store) throws IOException {
        try {
            return store.password();
        } catch (IOException e) {
            throw new IOException("the password file " + store.passwordFile() + " cannot be read", e);
        }
    }
}
