package org.asterism.dispatcher.internal.netty;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.dispatcher.internal.Nodes;
import org.asterism.servernode.NodeStatus;

/** A server node on bare sockets, so that it can behave as badly as a test needs. */
final class Backend implements AutoCloseable {

    /** Answers one request. Returns whether the connection stays open. */
    @FunctionalInterface
    interface Behaviour {
        boolean serve(Request request) throws IOException;
    }

    private final String id;
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    final AtomicInteger connections = new AtomicInteger();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile boolean recording = true;

    private Backend(String id, int port, Behaviour behaviour) throws IOException {
        this.id = id;
        this.behaviour = behaviour;
        this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    static Backend of(String id, Behaviour behaviour) throws IOException {
        return new Backend(id, 0, behaviour);
    }

    /** Like a node that comes back on its old port. */
    static Backend at(int port, String id, Behaviour behaviour) throws IOException {
        return new Backend(id, port, behaviour);
    }

    /** Answers everything with its id. */
    static Backend named(String id) throws IOException {
        return of(id, request -> request.answer(200, id));
    }

    Backend withoutRecords() {
        recording = false;
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    NodeStatus up(String... applications) {
        return Nodes.up(id, port(), applications.length == 0 ? new String[] {"/shop"} : applications);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                Request request = new Request(head, in, socket.getOutputStream(), socket);
                if (recording) {
                    requests.add(request);
                }
                open = behaviour.serve(request);
            }
        } catch (IOException e) {
            sockets.remove(socket); // the other side is gone, or we are closed
        }
    }

    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int end = 0;
        while (end < 4) {
            int b = in.read();
            if (b < 0) {
                if (head.size() == 0) {
                    return "";
                }
                throw new EOFException("after " + head);
            }
            head.write(b);
            end = b == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : b == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** As after kill -9: connections are reset, further ones refused. */
    void kill() throws IOException {
        server.close();
        closeConnections();
    }

    void closeConnections() throws IOException {
        for (Socket socket : sockets) {
            reset(socket);
        }
        sockets.clear();
    }

    private static void reset(Socket socket) throws IOException {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            if (!socket.isClosed()) {
                throw e;
            } // its own thread has closed it
        }
        socket.close();
    }

    @Override
    public void close() throws IOException {
        kill();
        threads.shutdownNow();
    }

    /** A request as it came. */
    record Request(String head, InputStream in, OutputStream out, Socket socket) {

        String method() {
            return head.substring(0, head.indexOf(' '));
        }

        String target() {
            return head.split(" ", 3)[1];
        }

        /** The value of a header; empty if there is none. */
        String header(String name) {
            return headers(name).stream().findFirst().orElse("");
        }

        List<String> headers(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .toList();
        }

        byte[] body() throws IOException {
            if (header("transfer-encoding").equalsIgnoreCase("chunked")) {
                return chunks();
            }
            return header("content-length").isEmpty()
                    ? new byte[0]
                    : in.readNBytes(Integer.parseInt(header("content-length")));
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(in.readNBytes(size));
                line();
            }
            while (!line().isEmpty()) {
                // trailers
            }
            return body.toByteArray();
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException("in a line");
                }
                line.append((char) b);
            }
            return line.toString().trim();
        }

        /** Reads the body first. */
        boolean answer(int status, String body) throws IOException {
            body();
            return respond(status, body);
        }

        boolean respond(int status, String body) throws IOException {
            boolean head = method().equals("HEAD");
            send("HTTP/1.1 " + status + " X\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + (head ? "" : body));
            return true;
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** Breaks the connection. */
        boolean reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
            return false;
        }
    }
}
