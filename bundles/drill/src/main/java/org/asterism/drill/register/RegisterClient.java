package org.asterism.drill.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.lock.LockKey;

/** A register at a port of this machine. For one thread. */
public final class RegisterClient implements Register, AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Socket socket;
    private final BufferedReader in;
    private final Writer out;

    public RegisterClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) ANSWER.toMillis());
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** @throws UncheckedIOException if the register is gone, which ends the drill */
    @Override
    public boolean write(LockKey cell, long token, String session) {
        try {
            List<String> fields =
                    new ArrayList<>(List.of(Long.toString(token), session, cell.namespace(), cell.name()));
            fields.addAll(cell.arguments());
            out.write(String.join("\t", fields) + "\n");
            out.flush();
            return Boolean.parseBoolean(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("the register does not answer", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
