package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.lock.LockKey;

/** Completes the keys of locks, without the blanks after the commas, which would have to be quoted. */
@Service
public final class LockKeyCompleter extends LockCompleter {

    @Override
    String word(LockKey key) {
        return key.toString().replace(", ", ",");
    }
}
