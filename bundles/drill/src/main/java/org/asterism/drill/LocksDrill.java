package org.asterism.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.asterism.drill.check.Checker;
import org.asterism.drill.check.Limits;
import org.asterism.drill.check.Violation;
import org.asterism.drill.fault.DrillSite;
import org.asterism.drill.fault.Saboteur;
import org.asterism.drill.fault.Workers;
import org.asterism.drill.history.History;
import org.asterism.drill.history.HistoryBuilder;
import org.asterism.drill.register.FencedRegister;
import org.asterism.drill.register.RegisterServer;

/**
 * Workers take locks at random and write to a register of the drill while the hub, the workers and the wires between them
 * break; then the history is judged.
 */
final class LocksDrill {

    private static final Duration SETTLE = Duration.ofSeconds(1);

    private final DrillSetup setup;
    private final Progress progress;
    private final HistoryBuilder history = new HistoryBuilder();
    private final FencedRegister register = new FencedRegister(history::wrote);
    private final String namespace;

    LocksDrill(DrillSetup setup, Progress progress) {
        this.setup = setup;
        this.progress = progress;
        this.namespace = "drill-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    Verdict run() throws DrillException, InterruptedException {
        long begin = System.nanoTime();
        try (RegisterServer server = new RegisterServer(register);
                Workers workers = Workers.start(setup.workers(), site(server.port()), history)) {
            progress.now(setup.workers() + " workers take locks");
            breakThings(workers, begin);
            progress.now("everything is whole again; the workers end");
            workers.end();
            long end = System.nanoTime();
            progress.now("everything is to be free");
            List<Violation> violations = new ArrayList<>();
            new LeakProbe(setup, namespace).check().ifPresent(violations::add);
            return verdict(history.build(begin, end), violations);
        } catch (IOException e) {
            throw new DrillException("the register cannot be offered: " + e.getMessage(), e);
        }
    }

    private void breakThings(Workers workers, long begin) throws DrillException, InterruptedException {
        try (Saboteur saboteur =
                new Saboteur(setup.seed(), setup.kinds(), setup.lease(), setup.cluster(), workers, history, progress)) {
            while (!isOver(saboteur, begin)) {
                saboteur.next();
            }
            saboteur.finish();
        }
        Thread.sleep(SETTLE.toMillis()); // whoever was cut off comes back
    }

    private boolean isOver(Saboteur saboteur, long begin) {
        return setup.count().isPresent()
                ? saboteur.begun() >= setup.count().getAsInt()
                : System.nanoTime() - begin >= setup.time().toNanos();
    }

    private DrillSite site(int registerPort) {
        return new DrillSite(
                setup.hubs(),
                setup.secretFile(),
                setup.logs(),
                namespace,
                "client/" + namespace.toLowerCase(Locale.ROOT),
                registerPort,
                setup.seed(),
                setup.customers());
    }

    private Verdict verdict(History told, List<Violation> violations) {
        violations.addAll(0, new Checker(Limits.of(setup.lease())).check(told));
        return new Verdict(
                setup.seed(),
                Duration.ofNanos(told.end() - told.begin()),
                Counts.faults(told),
                Counts.of(told, register),
                violations);
    }
}
