package org.asterism.launcher.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Leaves out what only a terminal understands: sequences from escape and {@code [} to a letter. */
public final class PlainOutput extends FilterOutputStream {

    private static final int ESCAPE = 0x1b;

    private enum Place {
        TEXT,
        AFTER_ESCAPE,
        IN_SEQUENCE
    }

    private Place place = Place.TEXT;

    /** In front of a file or a pipe. */
    public PlainOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        switch (place) {
            case TEXT -> text(value);
            case AFTER_ESCAPE -> place = value == '[' ? Place.IN_SEQUENCE : Place.TEXT;
            case IN_SEQUENCE -> place = value >= '@' && value <= '~' ? Place.TEXT : Place.IN_SEQUENCE;
        }
    }

    private void text(int value) throws IOException {
        if (value == ESCAPE) {
            place = Place.AFTER_ESCAPE;
        } else {
            out.write(value);
        }
    }
}
