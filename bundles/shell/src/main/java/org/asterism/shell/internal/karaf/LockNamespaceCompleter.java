package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.lock.LockKey;

/** Completes the namespaces of locks. */
@Service
public final class LockNamespaceCompleter extends LockCompleter {

    @Override
    String word(LockKey key) {
        return key.namespace();
    }
}
