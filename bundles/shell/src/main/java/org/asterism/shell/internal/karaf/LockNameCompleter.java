package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.lock.LockKey;

/** Completes the names of locks. */
@Service
public final class LockNameCompleter extends LockCompleter {

    @Override
    String word(LockKey key) {
        return key.name();
    }
}
