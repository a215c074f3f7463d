package org.asterism.protocol.frame;

/** Takes a frame that was written. */
@FunctionalInterface
public interface FrameSink {

    /**
     * @param bytes the frame at the beginning; not to be kept
     * @param length of the frame
     */
    void take(byte[] bytes, int length);
}
