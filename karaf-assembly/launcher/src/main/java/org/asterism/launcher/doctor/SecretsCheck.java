package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asterism.container.ClusterLayout;

/** Whether secrets are there, for the owner's eyes only, and hard to guess. */
record SecretsCheck(ClusterLayout layout) implements Check {

    /** Below this, whoever may try often enough gets in. */
    private static final int ENOUGH_BITS = 64;

    private static final long MAX_BYTES = 4096;

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public List<Finding> findings() throws IOException {
        if (!Files.isDirectory(layout.secrets())) {
            return List.of(Finding.skipped("secrets", "there are none yet; the first start makes them"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Path file : List.of(layout.clusterSecret(), layout.shellPassword(), layout.databasePassword())) {
            findings.add(look(file));
        }
        List<Finding> bad = findings.stream()
                .filter(finding -> finding.result() != Finding.Result.OK)
                .toList();
        return bad.isEmpty()
                ? List.of(Finding.ok("secrets", findings.size() + " secrets for their owner only, none easy to guess"))
                : bad;
    }

    private static Finding look(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Finding.warning(
                    "secrets",
                    file + " is missing",
                    "the next start makes a new one; if it is the"
                            + " cluster's, members that run with the old one must be restarted");
        }
        if (!Files.isReadable(file) || Files.size(file) > MAX_BYTES) {
            return Finding.problem("secrets", file + " cannot be read, or is too long", "put the secret there again");
        }
        String secret = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return judge(file, Files.getPosixFilePermissions(file), secret);
    }

    static Finding judge(Path file, Set<PosixFilePermission> permissions, String secret) {
        boolean open =
                permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"));
        if (open) {
            return Finding.problem(
                    "secrets",
                    file + " is " + PosixFilePermissions.toString(permissions)
                            + ": others may read it, and the hub refuses it",
                    "chmod 600 " + file + ", and change the secret if others use this machine");
        }
        if (secret.isEmpty()) {
            return Finding.problem("secrets", file + " is empty", "remove it: the next start makes a new one");
        }
        long bits = bits(secret);
        return bits < ENOUGH_BITS
                ? Finding.warning(
                        "secrets",
                        file + " is easy to guess: about " + bits + " bits",
                        "put 'openssl rand -hex 24' there, and restart all who use it")
                : Finding.ok("secrets", file.toString());
    }

    /** Shannon's measure of how its characters are spread: an upper bound, for words are guessed more easily. */
    static long bits(String secret) {
        Map<Integer, Long> counts =
                secret.chars().boxed().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double perCharacter = counts.values().stream()
                .mapToDouble(count -> (double) count / secret.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
        return (long) (perCharacter * secret.length());
    }
}
