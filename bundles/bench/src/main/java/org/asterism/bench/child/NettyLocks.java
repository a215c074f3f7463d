package org.asterism.bench.child;

import java.util.List;
import org.asterism.bench.BenchException;
import org.asterism.bench.netty.LockTableServer;

/** {@code port}: the port of a bare lock table. */
final class NettyLocks implements Role {

    private final LockTableServer server;

    NettyLocks() throws InterruptedException {
        server = new LockTableServer();
    }

    @Override
    public String answer(List<String> command) throws BenchException {
        if (!command.get(0).equals("port")) {
            throw new BenchException("unknown command " + command);
        }
        return Integer.toString(server.port());
    }
}
