package org.asterism.dispatcher.internal;

import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * How clients are served with TLS. Files are read when they are needed, so that new ones are used without a restart.
 *
 * @param port where it listens; 0 for any free one
 * @param stores of keys and certificates; a client that names no host, or an unknown one, gets the first certificate
 * @param protocols in the names of Java, like {@code TLSv1.3}
 * @param ciphers in the names of Java; empty for its good ones
 * @param redirect whether requests without TLS are sent there
 */
public record TlsSettings(
        int port, List<StoreFile> stores, List<String> protocols, List<String> ciphers, boolean redirect) {

    private static final int MAX_PORT = 65535;

    /**
     * A PKCS #12 file.
     *
     * @param file the store
     * @param passwordFile has the password of store and keys in its first line
     */
    public record StoreFile(Path file, Path passwordFile) {}

    public TlsSettings {
        Require.between("tls.port", port, 0, MAX_PORT);
        stores = List.copyOf(stores);
        protocols = List.copyOf(protocols);
        ciphers = List.copyOf(ciphers);
        if (protocols.isEmpty()) {
            throw new IllegalArgumentException("tls.protocols is empty: name TLSv1.3, TLSv1.2, or both");
        }
        requireKnown("tls.protocols", protocols, supported().getProtocols());
        requireKnown("tls.ciphers", ciphers, supported().getCipherSuites());
    }

    private static SSLParameters supported() {
        try {
            return SSLContext.getDefault().getSupportedSSLParameters();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private static void requireKnown(String key, List<String> names, String... known) {
        for (String name : names) {
            if (!List.of(known).contains(name)) {
                throw new IllegalArgumentException(
                        key + " has '" + name + "', which this Java does not know: it has " + String.join(", ", known));
            }
        }
    }

    /**
     * @param passwords one for each store, or one for all
     * @throws IllegalArgumentException if they do not go together
     */
    public static List<StoreFile> stores(List<Path> files, List<Path> passwords) {
        if (passwords.size() != files.size() && passwords.size() != 1) {
            throw new IllegalArgumentException(
                    "tls.keystore.file has " + files.size() + " files, but tls.keystore.password.file has "
                            + passwords.size() + ": name one for each, or one for all");
        }
        return IntStream.range(0, files.size())
                .mapToObj(i -> new StoreFile(files.get(i), passwords.get(passwords.size() == 1 ? 0 : i)))
                .toList();
    }
}
