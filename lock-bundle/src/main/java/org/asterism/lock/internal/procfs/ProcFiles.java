package org.asterism.lock.internal.procfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.asterism.lock.internal.Presence;
import org.asterism.lock.internal.ProcessMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes in {@code /proc}, see proc(5). Knows nothing where there is none, and where it shows processes by other numbers than
 * they have: that of another container.
 */
public final class ProcFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ProcFiles.class);

    private final Path proc;
    private final long ownNumber;
    private final Optional<ProcessMark> self;

    /** Those of this machine, as this process sees it. */
    public static ProcFiles ofThisMachine() {
        return new ProcFiles(Path.of("/proc"), ProcessHandle.current().pid());
    }

    /** @param ownNumber that of this process */
    ProcFiles(Path proc, long ownNumber) {
        this.proc = proc;
        this.ownNumber = ownNumber;
        this.self = readSelf();
    }

    /** This process; empty if others could not find it by that. */
    public Optional<ProcessMark> self() {
        return self;
    }

    /** Another process of this machine by its number; empty if it cannot be seen. */
    public Optional<ProcessMark> find(long number) {
        try {
            ProcessLine line = line(number);
            return self.map(own -> new ProcessMark(own.machine(), number, line.start()));
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("process {} is not seen", number, e);
            return Optional.empty();
        }
    }

    /** Whether this process is still there. */
    public Presence look(ProcessMark process) {
        if (!self.map(ProcessMark::machine).filter(process.machine()::equals).isPresent()) {
            return Presence.UNKNOWN;
        }
        try {
            ProcessLine line = line(process.number());
            return line.start() != process.start() || line.isOver() ? Presence.GONE : Presence.THERE;
        } catch (NoSuchFileException e) {
            LOG.trace("no process {}", process.number(), e);
            return readSelf().equals(self) ? Presence.GONE : Presence.UNKNOWN;
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("process {} cannot be looked at", process.number(), e);
            return Presence.UNKNOWN;
        }
    }

    private Optional<ProcessMark> readSelf() {
        try {
            if (!Files.readSymbolicLink(proc.resolve("self")).toString().equals(Long.toString(ownNumber))) {
                return Optional.empty();
            }
            String run =
                    Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
            String numbers = Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString();
            return Optional.of(new ProcessMark(
                    run + " " + numbers, ownNumber, line(ownNumber).start()));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            LOG.debug("there is no {} that shows this process", proc, e);
            return Optional.empty();
        }
    }

    private ProcessLine line(long number) throws IOException {
        return ProcessLine.parse(Files.readString(proc.resolve(number + "/stat")));
    }
}
