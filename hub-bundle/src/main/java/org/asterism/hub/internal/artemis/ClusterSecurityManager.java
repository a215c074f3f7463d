package org.asterism.hub.internal.artemis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.CertificateUtil;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.asterism.hub.internal.TlsSettings.ClientAuth;
import org.asterism.hub.internal.tls.CertificateNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * User = member id, password = cluster secret; or no password, and a certificate that names the member. Who is let in may do
 * what a member does, and nothing else.
 */
final class ClusterSecurityManager implements ActiveMQSecurityManager5 {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterSecurityManager.class);
    private static final int MAX_REMEMBERED = 1000;

    private final byte[] secret;
    private final ClientAuth clientAuth;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    ClusterSecurityManager(byte[] secret, ClientAuth clientAuth) {
        this.secret = secret.clone();
        this.clientAuth = clientAuth;
    }

    @Override
    public Subject authenticate(String user, String password, RemotingConnection connection, String domain) {
        return objection(user, password, connection).isPresent()
                ? null
                : new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
    }

    /** Why the hub does not take this member, and what to do; empty if it does. Each refusal is logged once. */
    Optional<String> objection(String user, String password, RemotingConnection connection) {
        X509Certificate[] shown = CertificateUtil.getCertsFromConnection(connection);
        boolean certified = shown != null && shown.length > 0;
        if (certified ? names(shown[0], user) : validateUser(user, password)) {
            refused.remove(user);
            return Optional.empty();
        }
        String objection = certified ? wrongCertificate(shown[0], user) : wrongSecret(password);
        if (refused.size() < MAX_REMEMBERED && refused.add(String.valueOf(user))) {
            String from = connection == null ? "?" : connection.getRemoteAddress();
            LOG.warn("Refused member '{}' from {}: {}", user, from, objection);
        }
        return Optional.of(objection);
    }

    private static String wrongCertificate(X509Certificate certificate, String user) {
        return "its certificate names " + new TreeSet<>(CertificateNames.of(certificate)) + " and not '" + user
                + "': give it one for this id";
    }

    private String wrongSecret(String password) {
        boolean given = password != null && !password.isEmpty();
        if (clientAuth == ClientAuth.NONE) {
            return given
                    ? "wrong cluster secret: give it the secret of this cluster"
                    : "it gave no cluster secret, and this hub asks for no certificate (tls.client.auth)";
        }
        return "it showed no certificate that this hub trusts, and "
                + (given ? "a wrong cluster secret" : "no cluster secret")
                + ": give it a certificate whose signer is in the tls.truststore.file of the hub, or the secret";
    }

    @Override
    public boolean validateUser(String user, String password) {
        return user != null
                && password != null
                && secret.length > 0
                && MessageDigest.isEqual(secret, password.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        return false; // frames do not go through the broker, and nothing else is allowed
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false; // superseded by authorize
    }

    private static boolean names(X509Certificate certificate, String user) {
        return user != null && CertificateNames.of(certificate).contains(user);
    }
}
