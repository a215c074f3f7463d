package org.asterism.lock.internal.cbor;

import java.util.List;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;

/** How keys and modes are written. */
final class Keys {

    private static final LockMode[] MODES = {
        LockMode.SHARED, LockMode.EXCLUSIVE, LockMode.EXCLUSIVE_NON_CUMULATIVE, LockMode.OPTIMISTIC
    };

    private static final int MAX_ARGUMENTS = 16;

    private Keys() {}

    static void write(CborWriter out, LockRequest lock) {
        write(out, lock.key());
        write(out, lock.mode());
    }

    static LockRequest lock(CborReader in) {
        return new LockRequest(key(in), mode(in));
    }

    static void write(CborWriter out, LockKey key) {
        out.text(key.namespace());
        out.text(key.name());
        out.list(key.arguments(), CborWriter::text);
    }

    static LockKey key(CborReader in) {
        String namespace = in.name();
        String name = in.name();
        long arguments = in.uint();
        if (arguments == 0) {
            return new LockKey(namespace, name, List.of());
        } else if (arguments == 1) {
            return new LockKey(namespace, name, List.of(in.text()));
        }
        CborReader.require(arguments > 0 && arguments <= MAX_ARGUMENTS, "a key has too many arguments");
        String[] texts = new String[(int) arguments];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        return new LockKey(namespace, name, List.of(texts));
    }

    /** The number is part of the wire format. */
    static void write(CborWriter out, LockMode mode) {
        out.uint(
                switch (mode) {
                    case SHARED -> 0;
                    case EXCLUSIVE -> 1;
                    case EXCLUSIVE_NON_CUMULATIVE -> 2;
                    case OPTIMISTIC -> 3;
                });
    }

    static LockMode mode(CborReader in) {
        return in.oneOf(MODES);
    }
}
