package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.internal.Claim;
import org.asterism.lock.internal.LockCommand;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockCommand.Promote;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.Owner;
import org.asterism.lock.internal.Ticket;
import org.asterism.lock.internal.cbor.AcquireRequest;
import org.asterism.lock.internal.cbor.CheckAnswer;
import org.asterism.lock.internal.cbor.CheckRequest;
import org.asterism.lock.internal.cbor.DeclareRequest;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.PromoteRequest;
import org.asterism.lock.internal.cbor.ReleaseNotice;
import org.asterism.lock.internal.cbor.RenewRequest;
import org.asterism.lock.internal.cbor.TableMessage;
import org.asterism.messaging.Message;

/** Turns requests of members into commands for the table; runs on network threads. */
final class LockDesk {

    private static final CompletionStage<byte[]> NOTHING = CompletableFuture.completedStage(new byte[0]);

    private final LockCodec codec;
    private final Senders senders;
    private final GuardedTable table;
    private final DeathWitness witness;

    LockDesk(LockCodec codec, Senders senders, GuardedTable table, DeathWitness witness) {
        this.codec = codec;
        this.senders = senders;
        this.table = table;
        this.witness = witness;
    }

    /** Acquires or releases. */
    CompletionStage<byte[]> table(Message message) {
        Owner owner = senders.of(message);
        TableMessage said = codec.table(message.payload());
        if (said instanceof AcquireRequest asked) {
            return acquire(owner, asked);
        }
        List<Long> released = ((ReleaseNotice) said).requests();
        for (Long request : released) {
            table.apply(new Release(new Ticket(owner, request)));
        }
        return NOTHING;
    }

    private CompletionStage<byte[]> acquire(Owner owner, AcquireRequest asked) {
        Acquire command = new Acquire(
                owner,
                asked.session(),
                asked.party(),
                asked.first(),
                asked.locks(),
                Duration.ofMillis(asked.waitedMillis()),
                Duration.ofMillis(asked.patienceMillis()));
        return ask(command, command.ticket());
    }

    CompletionStage<byte[]> promote(Message message) {
        Owner owner = senders.of(message);
        PromoteRequest asked = codec.decode(message.payload(), PromoteRequest.class);
        Promote command = new Promote(
                owner,
                asked.session(),
                asked.party(),
                asked.held(),
                asked.first(),
                Duration.ofMillis(asked.waitedMillis()),
                Duration.ofMillis(asked.patienceMillis()));
        return ask(command, command.ticket());
    }

    private CompletionStage<byte[]> ask(LockCommand command, Ticket ticket) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        table.apply(command, waiting -> waiting.expect(ticket, answer));
        return answer;
    }

    CompletionStage<byte[]> check(Message message) {
        Owner owner = senders.of(message);
        CheckRequest asked = codec.decode(message.payload(), CheckRequest.class);
        boolean free = table.read((locks, now) -> locks.isFree(owner, asked.session(), asked.lock()));
        return CompletableFuture.completedStage(codec.encode(new CheckAnswer(free)));
    }

    CompletionStage<byte[]> declare(Message message) {
        Owner owner = senders.of(message);
        DeclareRequest request = codec.decode(message.payload(), DeclareRequest.class);
        List<Declared> locks =
                request.locks().stream().map(lock -> declared(owner, lock)).toList();
        if (request.last()) {
            witness.declared(owner, request.process());
        }
        return lease(owner, new Declare(owner, locks, request.last()));
    }

    private static Declared declared(Owner owner, DeclareRequest.Lock lock) {
        Ticket ticket = new Ticket(owner, lock.request());
        return new Declared(new Claim(ticket, lock.session(), lock.party(), lock.key(), lock.mode()), lock.token());
    }

    CompletionStage<byte[]> renew(Message message) {
        Owner owner = senders.of(message);
        RenewRequest request = codec.decode(message.payload(), RenewRequest.class);
        return lease(owner, new Renew(owner, request.after(), request.upTo(), request.requests()));
    }

    private CompletionStage<byte[]> lease(Owner owner, LockCommand command) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        table.apply(command, waiting -> waiting.expectLease(owner, answer));
        return answer;
    }
}
