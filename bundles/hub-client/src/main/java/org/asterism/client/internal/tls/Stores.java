package org.asterism.client.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.asterism.client.TlsSettings;
import org.asterism.client.TlsSettings.StoreFile;

/** The member's files of TLS, as they are now. */
final class Stores {

    private static final String PKCS12 = "PKCS12";

    private Stores() {}

    static SSLContext context(TlsSettings tls) throws StoreException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            if (tls.truststore().isPresent()) {
                trust.init(load("tls.truststore", tls.truststore().get()));
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            if (tls.keystore().isPresent()) {
                StoreFile store = tls.keystore().get();
                keys.init(load("tls.keystore", store), password("tls.keystore", store));
            } else {
                keys.init(null, null);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new StoreException("the files of TLS cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore load(String key, StoreFile store) throws StoreException {
        char[] password = password(key, store);
        try (InputStream in = Files.newInputStream(store.file())) {
            KeyStore loaded = KeyStore.getInstance(PKCS12);
            loaded.load(in, password);
            return loaded;
        } catch (IOException | GeneralSecurityException e) {
            boolean locked = e.getCause() instanceof GeneralSecurityException;
            String problem = locked ? "does not open with this password" : "cannot be read (" + e + ")";
            throw new StoreException(key + ".file '" + store.file() + "' " + problem, e);
        }
    }

    private static char[] password(String key, StoreFile store) throws StoreException {
        try {
            return store.password().toCharArray();
        } catch (IOException e) {
            throw new StoreException(
                    key + ".password.file '" + store.passwordFile() + "' cannot be read (" + e + ")", e);
        }
    }
}
