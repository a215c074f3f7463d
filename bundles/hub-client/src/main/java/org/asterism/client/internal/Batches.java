package org.asterism.client.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CborCodec;

/** Puts neighbours with the same address into one message, so that one packet carries many. */
public final class Batches {

    private Batches() {}

    public static List<Outgoing> of(List<Outgoing> waiting) {
        List<Outgoing> result = new ArrayList<>();
        List<byte[]> bodies = new ArrayList<>();
        String address = "";
        int length = 0;
        for (Outgoing outgoing : waiting) {
            boolean joins = outgoing instanceof Outgoing.Send send
                    && send.address().equals(address)
                    && length + send.size() <= CborCodec.BATCH_BYTES;
            if (!joins) {
                flush(address, bodies, result);
                length = 0;
            }
            if (outgoing instanceof Outgoing.Send send && !send.address().equals(Addresses.CONTROL)) {
                address = send.address();
                bodies.add(send.body());
                length += send.size();
            } else {
                result.add(outgoing);
            }
        }
        flush(address, bodies, result);
        return result;
    }

    private static void flush(String address, List<byte[]> bodies, List<Outgoing> result) {
        if (!bodies.isEmpty()) {
            result.add(new Outgoing.Send(address, bodies.size() == 1 ? bodies.get(0) : joined(bodies)));
            bodies.clear();
        }
    }

    private static byte[] joined(List<byte[]> bodies) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        bodies.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
