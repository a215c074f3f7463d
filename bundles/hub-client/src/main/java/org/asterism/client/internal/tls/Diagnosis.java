package org.asterism.client.internal.tls;

import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.asterism.client.TlsSettings;
import org.asterism.client.TlsSettings.StoreFile;

/** Puts a failed handshake into words. */
final class Diagnosis {

    private static final String ALERT = "Received fatal alert: ";

    private Diagnosis() {}

    /** @param withheld whether the member surely did not show its certificate, if it has one */
    static String of(SSLException failure, URI hub, TlsSettings tls, boolean withheld) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains(ALERT)) {
            return refusal(message.substring(message.indexOf(ALERT) + ALERT.length()), tls, withheld);
        }
        if (hasCause(failure, CertPathBuilderException.class) || hasCause(failure, CertPathValidatorException.class)) {
            return "the certificate of the hub is not trusted (" + deepest(failure) + "): put that which signs it into "
                    + "tls.truststore.file '" + file(tls.truststore()) + "'";
        }
        if (hasCause(failure, CertificateException.class)) {
            return "the certificate of the hub is not for '" + hub.getHost() + "' (" + deepest(failure)
                    + "): give the hub one that names it, or correct hub.url";
        }
        return "no encrypted connection: " + message;
    }

    private static String refusal(String alert, TlsSettings tls, boolean withheld) {
        if (!alert.toLowerCase(Locale.ROOT).contains("certificate") && !alert.equals("unknown_ca")) {
            return "the hub ends the handshake: " + alert;
        }
        if (tls.keystore().isEmpty()) {
            return "the hub wants a certificate (" + alert + "), and this member has none: set tls.keystore.file";
        }
        return "the hub does not trust the certificate in tls.keystore.file '" + file(tls.keystore()) + "' (" + alert
                + (withheld ? "; it was not shown, as its signer is none that the hub names" : "")
                + "): use one whose signer is in the tls.truststore.file of the hub";
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static String file(Optional<StoreFile> store) {
        return store.map(found -> found.file().toString()).orElse("");
    }
}
