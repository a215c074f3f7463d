package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the clock is kept right. Leases do not depend on it, but logs, cookies and certificates do. */
record ClockCheck(Path home) implements Check {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        Instant unpacked = Files.exists(home.resolve("lib"))
                ? Files.getLastModifiedTime(home.resolve("lib")).toInstant()
                : Instant.EPOCH;
        Optional<Boolean> kept = Tool.run(
                        List.of("timedatectl", "show", "--property=NTPSynchronized", "--value"), TIMEOUT)
                .filter(Tool.Output::isGood)
                .map(output -> output.text().strip().equals("yes"));
        return List.of(judge(Instant.now(), unpacked, kept));
    }

    /**
     * @param unpacked when the distribution was made or unpacked: it cannot be later than now
     * @param kept whether the system says that it compares its clock with others; empty if it does not say
     */
    static Finding judge(Instant now, Instant unpacked, Optional<Boolean> kept) {
        if (now.isBefore(unpacked.minus(Duration.ofDays(1)))) {
            return Finding.problem("clock", "it is " + now + " here, earlier than the distribution", "set the clock");
        }
        if (kept.isEmpty()) {
            return Finding.ok("clock", "it is " + now + "; whether it is kept right, the system does not tell");
        }
        return kept.get()
                ? Finding.ok("clock", "it is " + now + ", and compared with others (NTP)")
                : Finding.warning(
                        "clock",
                        "it is " + now + ", and compared with nobody's",
                        "turn on NTP: timedatectl set-ntp true");
    }
}
