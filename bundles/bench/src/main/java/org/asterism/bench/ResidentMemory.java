package org.asterism.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that a process really has, as Linux counts it. */
public final class ResidentMemory {

    private static final String RESIDENT = "VmRSS:";
    private static final double KIB_PER_MIB = 1024.0;

    private ResidentMemory() {}

    /** Now, in MiB. */
    public static double mibOf(long pid) throws BenchException {
        try {
            return mibIn(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            throw new BenchException("the memory of process " + pid + " cannot be read: " + e.getMessage(), e);
        }
    }

    static double mibIn(String status) throws BenchException {
        return status.lines()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .findFirst()
                .orElseThrow(() -> new BenchException("the status of a process has no " + RESIDENT));
    }
}
