package org.asterism.drill.fault;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.drill.wire.Wire;

/** The wires of one worker, one to each hub. */
final class Wires implements AutoCloseable {

    private final List<Wire> wires = new ArrayList<>();

    Wires(List<URI> hubs) throws IOException {
        for (URI hub : hubs) {
            wires.add(new Wire(hub.getHost(), hub.getPort()));
        }
    }

    /** Where the worker finds hubs. */
    List<String> urls() {
        return wires.stream().map(wire -> "tcp://127.0.0.1:" + wire.port()).toList();
    }

    void cut() throws InterruptedException {
        for (Wire wire : wires) {
            wire.cut();
        }
    }

    void mend() throws IOException {
        for (Wire wire : wires) {
            wire.mend();
        }
    }

    void freeze(boolean frozen) {
        wires.forEach(wire -> wire.freeze(frozen));
    }

    void slow(Duration delay) {
        wires.forEach(wire -> wire.slow(delay));
    }

    @Override
    public void close() {
        wires.forEach(Wire::close);
    }
}
