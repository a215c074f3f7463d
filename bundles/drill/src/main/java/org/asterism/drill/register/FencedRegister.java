package org.asterism.drill.register;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.asterism.drill.history.Write;
import org.asterism.lock.LockKey;

/** Remembers the last token of each cell and writes for no smaller one. Thread-safe. */
public final class FencedRegister implements Register {

    private final Map<LockKey, Long> tokens = new HashMap<>();
    private final Consumer<Write> written;
    private long order;
    private long refused;

    /** @param written is told what was written, in order */
    public FencedRegister(Consumer<Write> written) {
        this.written = written;
    }

    @Override
    public synchronized boolean write(LockKey cell, long token, String session) {
        if (token < tokens.getOrDefault(cell, Long.MIN_VALUE)) {
            refused++;
            return false;
        }
        tokens.put(cell, token);
        order++;
        written.accept(new Write(order, System.nanoTime(), cell, token, session));
        return true;
    }

    public synchronized long written() {
        return order;
    }

    /** How many came too late. */
    public synchronized long refused() {
        return refused;
    }
}
