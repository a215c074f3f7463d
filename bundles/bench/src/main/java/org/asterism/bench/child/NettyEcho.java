package org.asterism.bench.child;

import java.util.List;
import org.asterism.bench.BenchException;
import org.asterism.bench.netty.EchoServer;

/** {@code port}: the port of a bare echo. */
final class NettyEcho implements Role {

    private final EchoServer server;

    NettyEcho() throws InterruptedException {
        server = new EchoServer();
    }

    @Override
    public String answer(List<String> command) throws BenchException {
        if (!command.get(0).equals("port")) {
            throw new BenchException("unknown command " + command);
        }
        return Integer.toString(server.port());
    }
}
