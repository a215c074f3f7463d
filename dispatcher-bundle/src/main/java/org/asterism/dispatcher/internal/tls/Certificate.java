package org.asterism.dispatcher.internal.tls;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A key with its certificate.
 *
 * @param chain its certificate first, then those that lead to one that clients trust
 */
public record Certificate(PrivateKey key, List<X509Certificate> chain) {

    private static final int DNS = 2;

    public Certificate {
        chain = List.copyOf(chain);
    }

    public X509Certificate own() {
        return chain.get(0);
    }

    /** The DNS names it is for, in lower case, {@code *.shop.test} among them; empty if it has none. */
    public List<String> names() {
        Collection<List<?>> alternatives;
        try {
            alternatives = own().getSubjectAlternativeNames();
        } catch (CertificateParsingException e) {
            return List.of(); // names that cannot be read are no names
        }
        List<String> names = new ArrayList<>();
        for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
            if (Integer.valueOf(DNS).equals(alternative.get(0))) {
                names.add(String.valueOf(alternative.get(1)).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return own().getSubjectX500Principal().getName() + " until "
                + own().getNotAfter().toInstant();
    }
}
