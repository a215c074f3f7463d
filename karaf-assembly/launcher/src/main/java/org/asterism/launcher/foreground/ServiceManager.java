package org.asterism.launcher.foreground;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells systemd how it is, if that has started this process ({@code Type=notify}); nothing otherwise. */
record ServiceManager(boolean listens) {

    private static final int TIMEOUT_SECONDS = 5;

    static ServiceManager ofEnvironment() {
        return new ServiceManager(System.getenv("NOTIFY_SOCKET") != null);
    }

    void ready(String status) throws IOException, InterruptedException {
        say("--ready", "--status=" + status);
    }

    void stopping(String status) throws IOException, InterruptedException {
        say("--stopping", "--status=" + status);
    }

    private void say(String... words) throws IOException, InterruptedException {
        if (listens) {
            List<String> command = new ArrayList<>(List.of("systemd-notify"));
            command.addAll(List.of(words));
            Process told = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .inheritIO()
                    .start();
            told.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }
}
