package org.asterism.launcher.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.asterism.container.JavaRuntime;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.doctor.Tool;

/** What the threads of a JVM do, by {@code jcmd} of the Java that runs the launcher. */
record ThreadDump(JavaRuntime java) {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    String of(long pid) throws IOException, InterruptedException, LauncherException {
        Path jcmd = java.home().resolve("bin").resolve("jcmd");
        if (!Files.isExecutable(jcmd)) {
            throw new LauncherException("there is no jcmd in " + java.home() + "; use a JDK instead of a JRE");
        }
        Tool.Output output = Tool.run(List.of(jcmd.toString(), Long.toString(pid), "Thread.print", "-l"), TIMEOUT)
                .orElseThrow(() -> new LauncherException("process " + pid + " does not answer jcmd"));
        if (!output.isGood()) {
            throw new LauncherException("jcmd " + pid + ": " + output.text().strip());
        }
        return output.text();
    }
}
