package org.asterism.lock.internal.server;

import java.util.ArrayList;
import java.util.List;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.Topics;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.RequestHandler;
import org.asterism.messaging.Serving;

/** Where members find the table; everything is served on the network threads. */
final class LockTopics {

    private final MessageService messages;
    private final List<AutoCloseable> ends = new ArrayList<>();

    private LockTopics(MessageService messages) {
        this.messages = messages;
    }

    /** What ends the serving, topic by topic. */
    static List<AutoCloseable> serve(
            MessageService messages, Senders senders, GuardedTable table, DeathWitness witness) {
        LockTopics topics = new LockTopics(messages);
        topics.moves(new MoveDesk(new LockCodec(), senders, table));
        topics.locks(new LockDesk(new LockCodec(), senders, table, witness));
        return topics.ends;
    }

    private void moves(MoveDesk desk) {
        serve(Topics.FETCH, desk::fetch);
        serve(Topics.ADOPT, desk::adopt);
        serve(Topics.DISCARD, desk::discard);
    }

    private void locks(LockDesk desk) {
        serve(Topics.DECLARE, desk::declare);
        serve(Topics.RENEW, desk::renew);
        serve(Topics.CHECK, desk::check);
        serve(Topics.PROMOTE, desk::promote);
        serve(Topics.ACQUIRE, desk::table);
    }

    private void serve(String topic, RequestHandler handler) {
        ends.add(messages.serve(topic, handler, Serving.DIRECT));
    }
}
