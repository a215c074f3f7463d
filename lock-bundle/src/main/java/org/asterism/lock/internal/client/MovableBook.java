package org.asterism.lock.internal.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of this member that may move, while they are open here. */
final class MovableBook {

    private final Map<String, ClientSession> open = new ConcurrentHashMap<>();

    /** One that was open here under the same name is over. */
    void add(ClientSession session) {
        ClientSession before = open.put(session.id(), session);
        if (before != null) {
            before.leave();
        }
    }

    void remove(ClientSession session) {
        open.remove(session.id(), session);
    }

    /** It moves: when this returns nothing of it is believed here. */
    void giveUp(String session) {
        ClientSession here = open.remove(session);
        if (here != null) {
            here.leave();
        }
    }

    List<ClientSession> all() {
        return List.copyOf(open.values());
    }
}
