package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.lock.LockKey;

/** Completes the keys of locks. */
@Service
public final class LockKeyCompleter extends LockCompleter {

    public LockKeyCompleter() {
        super(LockKey::toString);
    }
}
