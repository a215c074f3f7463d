package org.apache.karaf.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands for Karaf's main class in tests: tells its settings and waits to be stopped; ends by itself after a minute. */
public final class Main {

    private Main() {}

    /** Waits, or goes on waiting when asked to end, if so configured. */
    public static void main(String[] arguments) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        if (Boolean.getBoolean("test.stubborn")) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(never)));
        }
        System.out.println("member " + System.getProperty("asterism.member.id"));
        Files.writeString(Path.of(System.getProperty("karaf.base"), "ready"), System.getProperty("karaf.etc"));
        await(never);
        System.exit(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (latch.await(60, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
