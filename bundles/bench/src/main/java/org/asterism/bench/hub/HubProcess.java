package org.asterism.bench.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.bench.BenchException;

/** The process that the hub's {@code process.json} names. */
public final class HubProcess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESIDENT = "VmRSS:";
    private static final double KIB_PER_MIB = 1024.0;

    private final Path record;

    public HubProcess(Path record) {
        this.record = record;
    }

    /** How much memory it has now, in MiB. */
    public double residentMib() throws BenchException {
        try {
            long pid = JSON.readTree(record.toFile()).path("pid").asLong();
            return residentMib(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            throw new BenchException("the memory of the hub cannot be read: " + e.getMessage(), e);
        }
    }

    static double residentMib(String status) throws BenchException {
        return status.lines()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .findFirst()
                .orElseThrow(() -> new BenchException("the status of the hub's process has no " + RESIDENT));
    }
}
