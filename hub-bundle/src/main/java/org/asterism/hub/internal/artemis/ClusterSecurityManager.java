package org.asterism.hub.internal.artemis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.CertificateUtil;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
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
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    ClusterSecurityManager(byte[] secret) {
        this.secret = secret.clone();
    }

    @Override
    public Subject authenticate(String user, String password, RemotingConnection connection, String domain) {
        X509Certificate[] certificates = CertificateUtil.getCertsFromConnection(connection);
        boolean certified = certificates != null && certificates.length > 0;
        if (certified ? !names(certificates[0], user) : !validateUser(user, password)) {
            warnOnce(user, connection == null ? "?" : connection.getRemoteAddress(), certified);
            return null;
        }
        refused.remove(user);
        return new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
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

    private void warnOnce(String user, String remote, boolean certified) {
        if (refused.size() < MAX_REMEMBERED && refused.add(String.valueOf(user))) {
            String why = certified
                    ? "its certificate names another member; give it one for this id"
                    : "wrong cluster secret; give it the secret of this cluster";
            LOG.warn("Refused member '{}' from {}: {}", user, remote, why);
        }
    }
}
