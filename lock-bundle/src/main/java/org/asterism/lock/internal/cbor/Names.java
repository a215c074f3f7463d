package org.asterism.lock.internal.cbor;

import java.nio.charset.StandardCharsets;

/**
 * Texts that were read lately, so that the names of a million locks are few objects. Without synchronization: the worst that
 * can happen is one object more.
 */
final class Names {

    private static final int SLOTS = 512;
    private static final int LONGEST = 64;
    private static final int PRIME = 31;
    private static final String[] RECENT = new String[SLOTS];

    private Names() {}

    static String of(byte[] bytes, int begin, int size) {
        if (size > LONGEST) {
            return new String(bytes, begin, size, StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int i = begin; i < begin + size; i++) {
            hash = hash * PRIME + bytes[i];
        }
        int slot = (hash ^ hash >>> Short.SIZE) & (SLOTS - 1);
        String known = RECENT[slot];
        if (known == null || !is(known, bytes, begin, size)) {
            known = new String(bytes, begin, size, StandardCharsets.UTF_8);
            RECENT[slot] = known;
        }
        return known;
    }

    /** Texts beyond ASCII are never found: their bytes are negative. */
    private static boolean is(String known, byte[] bytes, int begin, int size) {
        if (known.length() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (known.charAt(i) != bytes[begin + i]) {
                return false;
            }
        }
        return true;
    }
}
