package org.asterism.shell.internal;

import java.util.Map;

/** A gap in a watch: the console was slower than the changes came. */
public record Missed(long count) implements Report {

    @Override
    public String text() {
        return "... " + count + " changes are not shown: this console is too slow\n";
    }

    @Override
    public Object document() {
        return Map.of("type", "missed", "count", count);
    }
}
