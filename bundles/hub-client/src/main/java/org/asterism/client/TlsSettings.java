package org.asterism.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a link to a hub of scheme {@code ssl} is encrypted. Files are read at each new connection.
 *
 * @param truststore who signs the certificates of hubs; needed for {@code ssl}
 * @param keystore the member's own key and certificate, by which it may join without the secret
 */
public record TlsSettings(Optional<StoreFile> truststore, Optional<StoreFile> keystore) {

    /** Nothing is configured. */
    public static final TlsSettings NONE = new TlsSettings(Optional.empty(), Optional.empty());

    /**
     * A PKCS #12 file.
     *
     * @param passwordFile has the password of store and key in its first line
     */
    public record StoreFile(Path file, Path passwordFile) {

        /** What the password file has now. */
        public String password() throws IOException {
            return Files.readString(passwordFile).lines().findFirst().orElse("").strip();
        }
    }

    /**
     * From configuration values, which are empty if they are not set.
     *
     * @throws IllegalArgumentException naming the value that is missing
     */
    public static TlsSettings of(
            String truststore, String truststorePassword, String keystore, String keystorePassword) {
        return new TlsSettings(
                store("tls.truststore", truststore, truststorePassword),
                store("tls.keystore", keystore, keystorePassword));
    }

    /** @throws IllegalArgumentException if a link to one of the hubs needs what is not configured */
    public void requireFor(List<URI> hubs) {
        for (URI hub : hubs) {
            if (isEncrypted(hub) && truststore.isEmpty()) {
                throw new IllegalArgumentException(
                        "hub.url has " + hub
                                + ", but there is no tls.truststore.file: name the file with the certificate that signs that of the hub");
            }
        }
    }

    /** Whether the member shows a certificate to this hub; then it needs no secret. */
    public boolean isCertified(URI hub) {
        return isEncrypted(hub) && keystore.isPresent();
    }

    /** Whether the link to this hub is encrypted. */
    public static boolean isEncrypted(URI hub) {
        return "ssl".equals(hub.getScheme());
    }

    private static Optional<StoreFile> store(String key, String file, String passwordFile) {
        if (file.isBlank()) {
            return Optional.empty();
        }
        if (passwordFile.isBlank()) {
            throw new IllegalArgumentException(key + ".file is set, but " + key + ".password.file is not");
        }
        return Optional.of(new StoreFile(Path.of(file), Path.of(passwordFile)));
    }
}
