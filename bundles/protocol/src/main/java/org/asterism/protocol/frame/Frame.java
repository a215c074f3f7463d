package org.asterism.protocol.frame;

import java.util.ArrayList;
import java.util.List;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.cbor.CborIn;

/**
 * A frame that came in.
 *
 * @param number counts the frames that are to be confirmed; 0 if this one is not
 * @param confirmed up to which number the frames of the other side are confirmed
 * @param runs in order
 */
public record Frame(long number, long confirmed, List<Run> runs) {

    /** @param bytes belong to the frame from now on */
    public static Frame read(byte[] bytes) throws CodecException {
        return read(bytes, 0, bytes.length);
    }

    /**
     * @param bytes belong to the frame from now on
     * @param begin where it begins
     * @param end behind it
     */
    public static Frame read(byte[] bytes, int begin, int end) throws CodecException {
        CborIn in = new CborIn(bytes, begin, end);
        long number = in.uint();
        long confirmed = in.uint();
        List<Run> runs = new ArrayList<>();
        while (!in.atEnd()) {
            runs.add(readRun(bytes, in));
        }
        return new Frame(number, confirmed, runs);
    }

    /** Reads a run that was written without a frame around it. */
    public static Run readRun(byte[] bytes) throws CodecException {
        return readRun(bytes, new CborIn(bytes, 0, bytes.length));
    }

    private static Run readRun(byte[] bytes, CborIn in) throws CodecException {
        int begin = in.position();
        String address = in.text();
        int end = in.openBytes();
        Run run = new Run(bytes, begin, in.position(), end, address);
        in.skipTo(end);
        return run;
    }
}
