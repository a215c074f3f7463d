package org.asterism.console.internal.jaas;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.asterism.console.internal.Realm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JAAS realm of this container, by default the one of its shell. */
public final class JaasRealm implements Realm {

    private static final Logger LOG = LoggerFactory.getLogger(JaasRealm.class);

    private final String name;

    /** @param name as JAAS knows it, such as {@code karaf} */
    public JaasRealm(String name) {
        this.name = name;
    }

    @Override
    public Optional<Set<String>> roles(String user, String password) {
        Subject subject = new Subject();
        try {
            LoginContext login = new LoginContext(name, subject, new Answers(user, password));
            login.login();
            Set<String> roles = subject.getPrincipals(RolePrincipal.class).stream()
                    .map(RolePrincipal::getName)
                    .collect(Collectors.toSet());
            login.logout();
            return Optional.of(roles);
        } catch (LoginException e) {
            LOG.debug("the realm {} has refused a login", name, e);
            return Optional.empty();
        }
    }

    private record Answers(String user, String password) implements CallbackHandler {

        @Override
        public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback asked) {
                    asked.setName(user);
                } else if (callback instanceof PasswordCallback asked) {
                    asked.setPassword(password.toCharArray());
                } else {
                    throw new UnsupportedCallbackException(callback);
                }
            }
        }

        @Override
        public String toString() {
            return "the answers of " + user;
        }
    }
}
