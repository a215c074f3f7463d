package org.asterism.bench.child;

import java.util.List;
import org.asterism.bench.BenchException;
import org.asterism.bench.netty.BytePump;

/** {@code port}: the port of a byte pump in front of the given ports. */
final class Pump implements Role {

    private final BytePump pump;

    Pump(List<String> backends) throws InterruptedException {
        pump = new BytePump(backends.stream().map(Integer::valueOf).toList());
    }

    @Override
    public String answer(List<String> command) throws BenchException {
        if (!command.get(0).equals("port")) {
            throw new BenchException("unknown command " + command);
        }
        return Integer.toString(pump.port());
    }
}
