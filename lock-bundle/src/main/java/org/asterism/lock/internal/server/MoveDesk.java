package org.asterism.lock.internal.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.lock.internal.LockCommand;
import org.asterism.lock.internal.LockCommand.Adopt;
import org.asterism.lock.internal.LockCommand.Discard;
import org.asterism.lock.internal.LockCommand.Fetch;
import org.asterism.lock.internal.Owner;
import org.asterism.lock.internal.SessionName;
import org.asterism.lock.internal.cbor.AdoptRequest;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.MoveRequest;
import org.asterism.messaging.Message;

/** Lets sessions move for those who know their secrets; runs on network threads. */
final class MoveDesk {

    private final LockCodec codec;
    private final Senders senders;
    private final GuardedTable table;

    MoveDesk(LockCodec codec, Senders senders, GuardedTable table) {
        this.codec = codec;
        this.senders = senders;
        this.table = table;
    }

    CompletionStage<byte[]> fetch(Message message) {
        Owner owner = senders.of(message);
        MoveRequest asked = codec.decode(message.payload(), MoveRequest.class);
        return move(owner, asked, new Fetch(owner, asked.session()));
    }

    CompletionStage<byte[]> discard(Message message) {
        Owner owner = senders.of(message);
        MoveRequest asked = codec.decode(message.payload(), MoveRequest.class);
        return move(owner, asked, new Discard(owner, asked.session()));
    }

    private CompletionStage<byte[]> move(Owner owner, MoveRequest asked, LockCommand command) {
        requireSecret(asked);
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        table.apply(command, waiting -> waiting.expectMove(owner, asked.session(), answer));
        return answer;
    }

    CompletionStage<byte[]> adopt(Message message) {
        Owner owner = senders.of(message);
        AdoptRequest asked = codec.decode(message.payload(), AdoptRequest.class);
        requireSecret(asked.session());
        Adopt command = new Adopt(owner, asked.session().session(), asked.party(), asked.first(), asked.locks());
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        table.apply(command, waiting -> waiting.expect(command.ticket(), answer));
        return answer;
    }

    private static void requireSecret(MoveRequest asked) {
        if (!SessionName.isSecretOf(asked.session(), asked.secret())) {
            throw new IllegalArgumentException("this is not the secret of the session " + asked.session());
        }
    }
}
