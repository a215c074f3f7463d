package org.asterism.bench.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.asterism.bench.BenchException;
import org.asterism.bench.ResidentMemory;

/** The process that the hub's {@code process.json} names. */
public final class HubProcess {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path record;

    public HubProcess(Path record) {
        this.record = record;
    }

    /** How much memory it has now, in MiB. */
    public double residentMib() throws BenchException {
        try {
            return ResidentMemory.mibOf(
                    JSON.readTree(record.toFile()).path("pid").asLong());
        } catch (IOException e) {
            throw new BenchException("the process of the hub is not known: " + e.getMessage(), e);
        }
    }
}
