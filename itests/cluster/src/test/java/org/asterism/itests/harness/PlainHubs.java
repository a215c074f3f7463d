package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One hub without Karaf after the other on the same port. The process of the next one is begun before it is needed. */
public final class PlainHubs implements AutoCloseable {

    private static final String SECRET = "a secret of the cluster in tests";

    private final int port = Ports.free();
    private final Path secret;
    private final List<String> errors = new ArrayList<>();
    private ChildJvm present;
    private ChildJvm next;

    public PlainHubs() {
        try {
            this.secret = Files.createTempFile("asterism", ".secret");
            Files.writeString(secret, SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.present = prepare();
        this.next = prepare();
        begin();
    }

    public int port() {
        return port;
    }

    public Path secret() {
        return secret;
    }

    /** Kills the hub; nobody listens from now on. */
    public void kill() {
        Signals.kill(present.handle());
        errors.addAll(present.errors());
    }

    /** Starts another one. */
    public void start() {
        present = next;
        next = prepare();
        begin();
    }

    public ProcessHandle handle() {
        return present.handle();
    }

    /** The lines of the logs that are errors, of all that were killed and of the present one. */
    public List<String> errors() {
        List<String> all = new ArrayList<>(errors);
        all.addAll(present.errors());
        return all;
    }

    private void begin() {
        assertThat(present.ask("start")).matches("[0-9]+");
    }

    private ChildJvm prepare() {
        return ChildJvm.start(
                PlainHub.class, Integer.toString(port), secret.toString(), Integer.toString(Ports.free()));
    }

    @Override
    public void close() {
        present.close();
        next.close();
    }
}
