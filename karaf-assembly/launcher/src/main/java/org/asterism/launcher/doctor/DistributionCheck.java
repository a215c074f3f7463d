package org.asterism.launcher.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether all is there of which containers are made. */
record DistributionCheck(Path home) implements Check {

    private static final List<String> NEEDED = List.of(
            "lib/boot",
            "lib/endorsed",
            "lib/jdk9plus",
            "system/org/asterism/features",
            "etc/config.properties",
            "etc/startup.properties",
            "roles/hub/etc/org.apache.karaf.features.cfg",
            "roles/standby/etc/org.apache.karaf.features.cfg",
            "roles/instance/etc/org.apache.karaf.features.cfg",
            "roles/servernode/etc/org.apache.karaf.features.cfg",
            "roles/embedded/etc/org.apache.karaf.features.cfg",
            "samples/shop.jar");

    @Override
    public String name() {
        return "distribution";
    }

    @Override
    public List<Finding> findings() {
        List<String> missing = NEEDED.stream()
                .filter(path -> !Files.isReadable(home.resolve(path)))
                .toList();
        if (missing.isEmpty()) {
            return List.of(Finding.ok("distribution", "complete, in " + home));
        }
        return List.of(Finding.problem(
                "distribution",
                home + " is not complete: " + String.join(", ", missing) + " cannot be read",
                "unpack the archive again, as the user who runs the cluster or readable for him"));
    }
}
