package org.asterism.protocol.bulk;

/**
 * The bounds of streams in one member.
 *
 * @param pieceBytes how much goes in one message
 * @param window how many pieces of a stream are under way or not yet read
 * @param maxIncoming how many streams are received at once; further ones are refused
 * @param maxOutgoing how many streams are sent at once; further ones are refused
 */
public record BulkSettings(int pieceBytes, int window, int maxIncoming, int maxOutgoing) {

    public static final BulkSettings DEFAULT = new BulkSettings(256 << 10, 4, 16, 16);

    /** @throws IllegalArgumentException naming the value that is not positive */
    public BulkSettings {
        requirePositive("piece bytes", pieceBytes);
        requirePositive("window", window);
        requirePositive("max incoming", maxIncoming);
        requirePositive("max outgoing", maxOutgoing);
    }

    private static void requirePositive(String what, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " of bulk streams must be positive but is " + value);
        }
    }
}
