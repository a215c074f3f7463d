package org.asterism.hub.internal.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Which members a certificate is for: its common name, its DNS names, and what follows {@code urn:asterism:member:} in its
 * URIs, since a DNS name cannot be {@code a/1}.
 */
public final class CertificateNames {

    private static final String URN = "urn:asterism:member:";
    private static final int DNS = 2;
    private static final int URI = 6;

    private CertificateNames() {}

    /** Empty if it names nobody. */
    public static Set<String> of(X509Certificate certificate) {
        Set<String> names = new HashSet<>();
        addCommonName(certificate, names);
        addAlternatives(certificate, names);
        return names;
    }

    private static void addCommonName(X509Certificate certificate, Set<String> names) {
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    names.add(String.valueOf(part.getValue()));
                }
            }
        } catch (InvalidNameException e) {
            names.clear(); // a subject that is no name names nobody
        }
    }

    private static void addAlternatives(X509Certificate certificate, Set<String> names) {
        Collection<List<?>> alternatives;
        try {
            alternatives = certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException e) {
            return; // names that cannot be read are no names
        }
        for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
            int kind = (Integer) alternative.get(0);
            String value = String.valueOf(alternative.get(1));
            if (kind == DNS) {
                names.add(value);
            } else if (kind == URI && value.startsWith(URN)) {
                names.add(value.substring(URN.length()));
            }
        }
    }
}
