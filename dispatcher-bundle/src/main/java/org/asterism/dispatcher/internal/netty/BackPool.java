package org.asterism.dispatcher.internal.netty;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The idle connections of one event loop to targets; the one that rested last is used first. */
final class BackPool {

    private final int maxIdle;
    private final long maxIdleNanos;
    private final Map<InetSocketAddress, Deque<BackConnection>> idle = new HashMap<>();

    BackPool(int maxIdle, long maxIdleNanos) {
        this.maxIdle = maxIdle;
        this.maxIdleNanos = maxIdleNanos;
    }

    /** A connection that rests since {@code since} at most; null if there is none. */
    BackConnection poll(InetSocketAddress address, long since) {
        Deque<BackConnection> connections = idle.get(address);
        if (connections == null
                || connections.isEmpty()
                || connections.peekLast().restingSince() - since < 0) {
            return null;
        }
        return connections.pollLast();
    }

    void add(BackConnection connection) {
        Deque<BackConnection> connections = idle.computeIfAbsent(connection.address(), any -> new ArrayDeque<>());
        if (connections.size() < maxIdle) {
            connections.addLast(connection);
        } else {
            connection.close();
        }
    }

    void remove(BackConnection connection) {
        Deque<BackConnection> connections = idle.get(connection.address());
        if (connections != null && connections.remove(connection) && connections.isEmpty()) {
            idle.remove(connection.address());
        }
    }

    void sweep(long now) {
        List<BackConnection> tooOld = new ArrayList<>();
        for (Deque<BackConnection> connections : idle.values()) {
            for (BackConnection connection : connections) {
                if (now - connection.restingSince() > maxIdleNanos) {
                    tooOld.add(connection);
                }
            }
        }
        tooOld.forEach(BackConnection::close);
    }
}
