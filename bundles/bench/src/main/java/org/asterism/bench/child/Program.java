package org.asterism.bench.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.bench.BenchException;

/**
 * A program that is to be measured: the class with its {@code main} method, and its arguments after the port it is to listen
 * on. {@code port}: that port, as soon as it is open.
 */
final class Program implements Role {

    private static final Duration START = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;

    private final int port;

    Program(List<String> words) throws IOException, ReflectiveOperationException {
        port = freePort();
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        arguments.add(0, Integer.toString(port));
        Class.forName(words.get(0)).getMethod("main", String[].class).invoke(null, (Object)
                arguments.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    @Override
    public String answer(List<String> command) throws BenchException, InterruptedException {
        if (!command.get(0).equals("port")) {
            throw new BenchException("unknown command " + command);
        }
        long end = System.nanoTime() + START.toNanos();
        while (!isOpen()) {
            if (System.nanoTime() - end > 0) {
                throw new BenchException("it does not listen within " + START.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return Integer.toString(port);
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
