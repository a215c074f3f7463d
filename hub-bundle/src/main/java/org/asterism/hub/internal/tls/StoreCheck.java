package org.asterism.hub.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.TlsSettings.StoreFile;

/** Says in one message what is wrong with the files of TLS and what to do about it. */
public final class StoreCheck {

    private StoreCheck() {}

    /** @throws IllegalArgumentException if they cannot be used now */
    public static void check(TlsSettings tls, Instant now) {
        checkKey(tls.keystore(), now);
        tls.truststore().ifPresent(StoreCheck::checkTrust);
    }

    /** The password of a store. */
    public static String password(StoreFile store) {
        return PrivateFile.read(passwordKey(store), store.passwordFile());
    }

    private static void checkKey(StoreFile store, Instant now) {
        KeyStore loaded = load(store);
        X509Certificate certificate = keyedCertificate(store, loaded)
                .orElseThrow(() -> problem(store, "has no key with a certificate", "put both into it", null));
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            String end = certificate.getNotAfter().toInstant().toString();
            throw problem(store, "has a certificate that expired at " + end, "replace it", null);
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            String begin = certificate.getNotBefore().toInstant().toString();
            throw problem(store, "has a certificate that is not valid before " + begin, "look at the clock", null);
        }
    }

    private static void checkTrust(StoreFile store) {
        KeyStore loaded = load(store);
        try {
            for (String alias : aliases(loaded)) {
                if (loaded.isCertificateEntry(alias)) {
                    return;
                }
            }
        } catch (GeneralSecurityException e) {
            throw unreadable(store, e);
        }
        throw problem(store, "trusts nobody", "import the certificate that signs those of members", null);
    }

    private static Optional<X509Certificate> keyedCertificate(StoreFile store, KeyStore loaded) {
        try {
            char[] password = password(store).toCharArray();
            for (String alias : aliases(loaded)) {
                Key key = loaded.isKeyEntry(alias) ? loaded.getKey(alias, password) : null;
                Certificate certificate = loaded.getCertificate(alias);
                if (key != null && certificate instanceof X509Certificate found) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw problem(store, "has a key with another password than its own", "give both the same", e);
        }
    }

    private static List<String> aliases(KeyStore loaded) throws GeneralSecurityException {
        return new ArrayList<>(Collections.list(loaded.aliases()));
    }

    private static KeyStore load(StoreFile store) {
        char[] password = password(store).toCharArray();
        try (InputStream in = Files.newInputStream(store.file())) {
            KeyStore loaded = KeyStore.getInstance("PKCS12");
            loaded.load(in, password);
            return loaded;
        } catch (NoSuchFileException e) {
            throw problem(store, "is not there", "create it with keytool", e);
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw problem(store, "does not open with this password", "correct " + passwordKey(store), e);
            }
            throw e instanceof FileSystemException
                    ? unreadable(store, e)
                    : problem(store, "is no PKCS #12 file", "create it with keytool", e);
        } catch (GeneralSecurityException e) {
            throw unreadable(store, e);
        }
    }

    private static IllegalArgumentException unreadable(StoreFile store, Exception e) {
        return problem(store, "cannot be read (" + e.getMessage() + ")", "let the hub read it", e);
    }

    private static IllegalArgumentException problem(StoreFile store, String what, String todo, Exception cause) {
        return new IllegalArgumentException(store.key() + " '" + store.file() + "' " + what + ": " + todo, cause);
    }

    private static String passwordKey(StoreFile store) {
        return store.key().replace(".file", ".password.file");
    }
}
