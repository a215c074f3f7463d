package org.asterism.bench.child;

import java.util.List;
import org.asterism.bench.BenchException;
import org.asterism.bench.netty.HttpBackend;

/** {@code port}: the port of a bare back end. */
final class HttpNode implements Role {

    private final HttpBackend backend;

    HttpNode() throws InterruptedException {
        backend = new HttpBackend();
    }

    @Override
    public String answer(List<String> command) throws BenchException {
        if (!command.get(0).equals("port")) {
            throw new BenchException("unknown command " + command);
        }
        return Integer.toString(backend.port());
    }
}
