package org.asterism.launcher.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Shows one line for each thing that happens, with the time since the beginning. */
public final class Progress {

    private final PrintWriter out;
    private final Colours colours;
    private final Supplier<Duration> elapsed;

    /** With what tells the time since the beginning. */
    public Progress(PrintWriter out, Colours colours, Supplier<Duration> elapsed) {
        this.out = out;
        this.colours = colours;
        this.elapsed = elapsed;
    }

    /** Something is in a state now. */
    public void state(String name, String state, String remark) {
        double seconds = elapsed.get().toMillis() / 1000.0;
        String line = String.format(Locale.ROOT, "%6.1f s  %-10s %s", seconds, name, colours.state(state));
        out.println(remark.isEmpty() ? line : line + "  " + remark);
        out.flush();
    }
}
