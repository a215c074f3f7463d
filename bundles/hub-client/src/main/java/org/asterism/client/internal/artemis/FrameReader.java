package org.asterism.client.internal.artemis;

/** Takes the frames that come in, on the network thread. */
@FunctionalInterface
interface FrameReader {

    /** The frame stands between {@code begin} and {@code end}; the bytes belong to the reader from now on. */
    void read(byte[] bytes, int begin, int end);
}
