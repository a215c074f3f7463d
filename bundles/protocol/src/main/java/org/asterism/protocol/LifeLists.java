package org.asterism.protocol;

import java.util.List;
import org.asterism.protocol.cbor.CborIn;

/**
 * Reads lists of lives. Hundreds of members that come back at the same moment remember the same lives: what is the same, byte
 * for byte, as the list before is not read again, and is the same object. Thread-safe.
 */
final class LifeLists {

    private static final int MAX_KEPT = 256 << 10;

    private volatile Known last = new Known(new byte[] {(byte) 0x80}, List.of());

    List<Life> read(CborIn in) throws CodecException {
        Known known = last;
        if (in.isNext(known.bytes())) {
            return known.lives();
        }
        int begin = in.position();
        List<Life> lives = List.copyOf(in.list(EntryReader::life));
        if (in.position() - begin <= MAX_KEPT) {
            last = new Known(in.since(begin), lives);
        }
        return lives;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(byte[] bytes, List<Life> lives) {}
}
