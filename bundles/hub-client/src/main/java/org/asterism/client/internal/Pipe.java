package org.asterism.client.internal;

/** One connection to the hub that carries frames. */
public interface Pipe {

    /** Whether it takes more now; if not, {@link FramePump#signal} is called as soon as it does. */
    boolean isWritable();

    /** Sends a frame, at the beginning of the bytes; called by tasks of {@link #execute} only. Never blocks. */
    void write(byte[] bytes, int length);

    /** Runs a task on the network thread of the connection. */
    void execute(Runnable task);
}
