package org.asterism.protocol.frame;

import java.util.ArrayList;
import java.util.List;
import org.asterism.protocol.CodecException;

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
        CborIn in = new CborIn(bytes, 0, bytes.length);
        long number = in.uint();
        long confirmed = in.uint();
        List<Run> runs = new ArrayList<>();
        while (!in.atEnd()) {
            int begin = in.position();
            String address = in.text();
            int end = in.openBytes();
            runs.add(new Run(bytes, begin, in.position(), end, address));
            in.skipTo(end);
        }
        return new Frame(number, confirmed, runs);
    }
}
