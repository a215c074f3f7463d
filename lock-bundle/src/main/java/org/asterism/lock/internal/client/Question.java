package org.asterism.lock.internal.client;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.cbor.AcquireAnswer;
import org.asterism.lock.internal.cbor.AcquireRequest;
import org.asterism.lock.internal.cbor.AdoptRequest;
import org.asterism.lock.internal.cbor.MoveRequest;
import org.asterism.lock.internal.cbor.PromoteRequest;

/** What a session asks for. */
sealed interface Question {

    /** Who is blocked meanwhile: a thread, or the session. */
    String party();

    /** What is held when it is granted. */
    List<LockRequest> locks();

    /**
     * Asks once.
     *
     * @param number of the first lock; the others have the next ones
     * @param waited for how long it has waited already, in milliseconds
     * @param patience for how long it may wait from now on, in milliseconds
     */
    CompletionStage<AcquireAnswer> ask(LockServerCalls server, long number, long waited, long patience);

    /** The granted ones are held. */
    default void granted() {}

    /** For a person. */
    default String what() {
        return locks().stream().map(lock -> lock.key().toString()).collect(Collectors.joining(" and "));
    }

    /** All of these or none. */
    record Locks(String session, String party, List<LockRequest> locks) implements Question {

        @Override
        public CompletionStage<AcquireAnswer> ask(LockServerCalls server, long number, long waited, long patience) {
            return server.acquire(new AcquireRequest(number, session, party, locks, waited, patience));
        }
    }

    /** What a session has left with another member. */
    record Adoption(MoveRequest asked, String party, List<LockRequest> locks) implements Question {

        @Override
        public CompletionStage<AcquireAnswer> ask(LockServerCalls server, long number, long waited, long patience) {
            return server.adopt(new AdoptRequest(number, asked, party, locks));
        }
    }

    /** An exclusive lock instead of an optimistic one. */
    record Promotion(String session, String party, ClientLock optimistic) implements Question {

        @Override
        public List<LockRequest> locks() {
            return List.of(new LockRequest(optimistic.key(), LockMode.EXCLUSIVE));
        }

        @Override
        public CompletionStage<AcquireAnswer> ask(LockServerCalls server, long number, long waited, long patience) {
            return server.promote(new PromoteRequest(optimistic.number(), number, session, party, waited, patience));
        }

        @Override
        public void granted() {
            optimistic.replaced();
        }
    }
}
