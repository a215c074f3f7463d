package org.asterism.dispatcher.internal.netty;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A client that sends just the bytes it is told to. */
final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    final Socket socket;
    final InputStream in;
    final OutputStream out;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    RawClient send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    /** There is nothing more to say. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** The head of a message from its lines. */
    static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** A GET as short as can be. */
    RawClient get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n");
    }

    /** Reads an answer with its body. */
    Answer answer() throws IOException {
        Answer head = answerHead();
        if (head.status() == 204 || head.status() == 304 || head.status() < 200) {
            return head;
        }
        String length = head.header("content-length");
        byte[] body;
        if (head.header("transfer-encoding").equals("chunked")) {
            body = new Backend.Request(head.head(), in, out, socket).body();
        } else {
            body = length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        }
        return new Answer(head.head(), new String(body, StandardCharsets.ISO_8859_1));
    }

    Answer answerHead() throws IOException {
        return new Answer(Backend.head(in), "");
    }

    /** Whether the other side closes without saying anything more. */
    boolean isClosedByPeer() {
        try {
            return in.read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Answer(String head, String body) {

        int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
        }

        String header(String name) {
            return headers(name).stream().findFirst().orElse("");
        }

        List<String> headers(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .toList();
        }
    }
}
