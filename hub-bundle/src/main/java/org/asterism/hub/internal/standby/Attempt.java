package org.asterism.hub.internal.standby;

import java.util.Optional;

/** What is to be tried at the database. */
public sealed interface Attempt {

    /** Tries it; returns how it ended. */
    Outcome at(LeaseStore store) throws LeaseStoreException;

    /** Look who is active. */
    record Look() implements Attempt {
        @Override
        public Outcome at(LeaseStore store) throws LeaseStoreException {
            return new Outcome.Found(store.read());
        }
    }

    /** Become active. */
    record Take(Optional<LeaseRow> seen, LeaseRow mine) implements Attempt {
        @Override
        public Outcome at(LeaseStore store) throws LeaseStoreException {
            return store.take(seen, mine) ? new Outcome.Done() : new Outcome.Refused();
        }
    }

    /** Stay active. */
    record Renew(LeaseRow mine) implements Attempt {
        @Override
        public Outcome at(LeaseStore store) throws LeaseStoreException {
            return store.renew(mine) ? new Outcome.Done() : new Outcome.Refused();
        }
    }

    /** Let others become active at once, with a higher epoch than this one. */
    record Release(LeaseRow mine, long epoch) implements Attempt {
        @Override
        public Outcome at(LeaseStore store) throws LeaseStoreException {
            store.release(mine, epoch);
            return new Outcome.Done();
        }
    }
}
