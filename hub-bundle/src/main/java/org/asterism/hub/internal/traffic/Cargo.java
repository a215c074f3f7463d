package org.asterism.hub.internal.traffic;

import org.asterism.protocol.Envelope;
import org.asterism.protocol.frame.FrameWriter;
import org.asterism.protocol.frame.Run;

/** What is on its way to a receiver. */
sealed interface Cargo {

    /** Bytes it takes, about. */
    int size();

    void write(FrameWriter writer);

    /** What someone else has written. */
    record Passed(Run run) implements Cargo {

        @Override
        public int size() {
            return run.size();
        }

        @Override
        public void write(FrameWriter writer) {
            writer.pass(run.frame(), run.begin(), run.end());
        }
    }

    /** What the hub itself says: what follows each other on one topic is written as one run, and not before it leaves. */
    record Said(String address, Envelope message) implements Cargo {

        private static final int OVERHEAD = 32;

        @Override
        public int size() {
            return message.payload().length + OVERHEAD;
        }

        @Override
        public void write(FrameWriter writer) {
            writer.add(address, message);
        }
    }
}
