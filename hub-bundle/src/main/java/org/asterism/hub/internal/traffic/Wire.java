package org.asterism.hub.internal.traffic;

/** One connection of a member. */
public interface Wire {

    /** Whether it takes more now; if not, {@link Switchboard#writable} is called as soon as it does. */
    boolean isWritable();

    /** Sends a frame, at the beginning of the bytes; called by tasks of {@link #execute} only. Never blocks. */
    void write(byte[] bytes, int length);

    /** Runs a task on the network thread of the connection. */
    void execute(Runnable task);

    /** Closes the connection, now or soon. */
    void close(String cause);

    /** Where the other side is, {@code host:port}. */
    String address();
}
