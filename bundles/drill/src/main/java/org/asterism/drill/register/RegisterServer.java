package org.asterism.drill.register;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.lock.LockKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a register at a port of this machine: a line for a write, a line for the answer. */
public final class RegisterServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterServer.class);
    private static final int BACKLOG = 100;

    private final Register register;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    public RegisterServer(Register register) throws IOException {
        this.register = register;
        this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                close(server); // it is the end
            }
        }
    }

    private void serve(Socket socket) {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
            socket.setTcpNoDelay(true);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(answer(line) + "\n");
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug("A writer is gone", e);
        } finally {
            sockets.remove(socket);
            close(socket);
        }
    }

    private boolean answer(String line) {
        List<String> fields = List.of(line.split("\t", -1));
        LockKey cell = new LockKey(fields.get(2), fields.get(3), fields.subList(4, fields.size()));
        return register.write(cell, Long.parseLong(fields.get(0)), fields.get(1));
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "drill-register");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A socket could not be closed", e);
        }
    }

    @Override
    public void close() {
        close(server);
        sockets.forEach(RegisterServer::close);
    }
}
