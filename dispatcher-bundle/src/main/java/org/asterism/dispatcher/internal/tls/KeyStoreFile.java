package org.asterism.dispatcher.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.asterism.dispatcher.internal.PrivateFile;
import org.asterism.dispatcher.internal.TlsSettings.StoreFile;

/** Reads a PKCS #12 file, or says in one message what is wrong with it and what to do about it. */
public final class KeyStoreFile {

    private static final String KEY = "tls.keystore.file";
    private static final String PASSWORD_KEY = "tls.keystore.password.file";
    private static final long MAX_BYTES = 1 << 20;

    private final StoreFile file;

    private KeyStoreFile(StoreFile file) {
        this.file = file;
    }

    /**
     * All keys in it that have a certificate, in the order of their aliases.
     *
     * @throws IllegalArgumentException if there is none, one cannot be used now, or the file cannot be read
     */
    public static List<Certificate> read(StoreFile file, Instant now) {
        return new KeyStoreFile(file).read(now);
    }

    private List<Certificate> read(Instant now) {
        char[] password = PrivateFile.read(PASSWORD_KEY, file.passwordFile()).toCharArray();
        List<Certificate> found = certificates(load(password), password);
        if (found.isEmpty()) {
            throw problem("has no key with a certificate", "put both into it", null);
        }
        found.forEach(certificate -> requireValid(certificate, now));
        return found;
    }

    private KeyStore load(char[] password) {
        try (InputStream in = Files.newInputStream(file.file())) {
            if (Files.size(file.file()) > MAX_BYTES) {
                throw problem("is larger than " + MAX_BYTES + " bytes", "name a key store", null);
            }
            KeyStore loaded = KeyStore.getInstance("PKCS12");
            loaded.load(in, password);
            return loaded;
        } catch (NoSuchFileException e) {
            throw problem("is not there", "create it with keytool", e);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (GeneralSecurityException e) {
            throw problem("cannot be read (" + e.getMessage() + ")", "create it with keytool", e);
        }
    }

    private IllegalArgumentException unreadable(IOException e) {
        if (e.getCause() instanceof GeneralSecurityException) {
            return problem("does not open with this password", "correct " + PASSWORD_KEY, e);
        }
        return e instanceof FileSystemException
                ? problem("cannot be read (" + e.getMessage() + ")", "let the dispatcher read it", e)
                : problem("is no PKCS #12 file", "create it with keytool", e);
    }

    private List<Certificate> certificates(KeyStore store, char[] password) {
        try {
            List<String> aliases = new ArrayList<>(Collections.list(store.aliases()));
            Collections.sort(aliases);
            List<Certificate> found = new ArrayList<>();
            for (String alias : aliases) {
                if (store.isKeyEntry(alias)
                        && store.getKey(alias, password) instanceof PrivateKey key
                        && store.getCertificateChain(alias) != null) {
                    found.add(new Certificate(key, chain(store, alias)));
                }
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw problem("has a key with another password than its own", "give both the same", e);
        }
    }

    private static List<X509Certificate> chain(KeyStore store, String alias) throws GeneralSecurityException {
        return Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
    }

    private void requireValid(Certificate certificate, Instant now) {
        Instant begin = certificate.own().getNotBefore().toInstant();
        Instant end = certificate.own().getNotAfter().toInstant();
        if (now.isAfter(end)) {
            throw problem("has a certificate that expired at " + end, "replace it", null);
        }
        if (now.isBefore(begin)) {
            throw problem("has a certificate that is not valid before " + begin, "look at the clock", null);
        }
    }

    private IllegalArgumentException problem(String what, String todo, Exception cause) {
        return new IllegalArgumentException(KEY + " '" + file.file() + "' " + what + ": " + todo, cause);
    }
}
