package org.asterism.hub.internal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the link is encrypted. Files are read when they are needed, so that new ones are used without a restart.
 *
 * @param keystore the hub's key and certificate
 * @param truststore who signs the certificates of members
 * @param clientAuth whether members show a certificate
 */
public record TlsSettings(StoreFile keystore, Optional<StoreFile> truststore, ClientAuth clientAuth) {

    /** Whether members show a certificate. */
    public enum ClientAuth {
        /** Nobody is asked for one: members join by the secret. */
        NONE,
        /** Who has one joins by it, the others by the secret. */
        WANT,
        /** Only who has one joins. */
        NEED
    }

    /**
     * A PKCS #12 file.
     *
     * @param key the configuration key that names it
     * @param file the store
     * @param passwordFile has the password of store and key in its first line
     */
    public record StoreFile(String key, Path file, Path passwordFile) {}

    /** @throws IllegalArgumentException naming the value that is missing */
    public TlsSettings {
        if (clientAuth != ClientAuth.NONE && truststore.isEmpty()) {
            throw new IllegalArgumentException(
                    "tls.client.auth is " + clientAuth
                            + ", but there is no tls.truststore.file: name the file with the certificate that signs those of members");
        }
    }
}
