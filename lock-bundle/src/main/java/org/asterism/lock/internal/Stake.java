package org.asterism.lock.internal;

import org.asterism.lock.LockMode;

/** One lock on one key, held or waited for. */
abstract class Stake {

    final LockEntry entry;
    final Actor session;
    /** Who asked for it. */
    final Actor party;

    final LockMode mode;
    /** First of the requests that are looked at again when this is gone; null if there is none. */
    private Request watchers;

    Stake(LockEntry entry, Actor session, Actor party, LockMode mode) {
        this.entry = entry;
        this.session = session;
        this.party = party;
        this.mode = mode;
    }

    final boolean conflictsWith(Stake other) {
        return Modes.conflict(mode, other.mode, session == other.session);
    }

    final void watch(Request request) {
        request.blocker = this;
        request.previousWatcher = null;
        request.nextWatcher = watchers;
        if (watchers != null) {
            watchers.previousWatcher = request;
        }
        watchers = request;
    }

    final void unwatch(Request request) {
        if (request.previousWatcher == null) {
            watchers = request.nextWatcher;
        } else {
            request.previousWatcher.nextWatcher = request.nextWatcher;
        }
        if (request.nextWatcher != null) {
            request.nextWatcher.previousWatcher = request.previousWatcher;
        }
        request.previousWatcher = null;
        request.nextWatcher = null;
        request.blocker = null;
    }

    /** Null if there is none. */
    final Request watcher() {
        return watchers;
    }

    /** Who waited for the wish waits for the grant. */
    final void inherit(Stake before) {
        for (Request next = before.watchers; next != null; next = before.watchers) {
            before.unwatch(next);
            watch(next);
        }
    }
}
