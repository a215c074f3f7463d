package org.asterism.hub.internal.artemis;

import org.asterism.hub.internal.standby.Mandate;
import org.asterism.hub.internal.traffic.Wire;

/** A connection on which the hub says nothing once it is not the active one any more, though it may not have stopped yet. */
record MandatedWire(Wire wire, Mandate mandate) implements Wire {

    @Override
    public boolean isWritable() {
        return wire.isWritable();
    }

    @Override
    public void write(byte[] bytes, int length) {
        if (mandate.isValid()) {
            wire.write(bytes, length);
        } else {
            wire.close("this hub is no longer the active one");
        }
    }

    @Override
    public void execute(Runnable task) {
        wire.execute(task);
    }

    @Override
    public void close(String cause) {
        wire.close(cause);
    }

    @Override
    public String address() {
        return wire.address();
    }
}
