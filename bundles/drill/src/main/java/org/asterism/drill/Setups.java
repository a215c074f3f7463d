package org.asterism.drill;

import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.asterism.drill.history.FaultKind;

/** What the command line says, or what is usual. */
final class Setups {

    private static final double MINUTES = 5;
    private static final double WORKERS = 4;
    private static final double CUSTOMERS = 6;
    private static final double LEASE_MILLIS = 10_000;
    private static final double MILLIS_OF_MINUTE = 60_000;

    private Setups() {}

    static DrillSetup of(Arguments said, Ground ground, long seed) throws DrillException {
        return new DrillSetup(
                ground.cluster(),
                ground.hubs(),
                ground.secretFile(),
                ground.logs(),
                Duration.ofMillis((long) said.number("--lease", LEASE_MILLIS)),
                Duration.ofMillis((long) (said.number("--minutes", MINUTES) * MILLIS_OF_MINUTE)),
                said.find("--count").isPresent()
                        ? OptionalInt.of((int) said.number("--count", 1))
                        : OptionalInt.empty(),
                said.faults(possible(ground)),
                (int) said.number("--workers", WORKERS),
                (int) said.number("--customers", CUSTOMERS),
                seed);
    }

    private static Set<FaultKind> possible(Ground ground) {
        Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
        if (!ground.hasInstances()) {
            kinds.removeAll(EnumSet.of(FaultKind.NODE_KILL, FaultKind.INSTANCE_KILL));
        }
        return kinds;
    }
}
