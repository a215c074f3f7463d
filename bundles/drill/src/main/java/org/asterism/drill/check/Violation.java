package org.asterism.drill.check;

import java.util.List;

/**
 * A promise that was not kept.
 *
 * @param history the piece of the history that shows it, a line each
 */
public record Violation(Kind kind, String text, List<String> history) {

    public Violation {
        history = List.copyOf(history);
    }

    /** Which promise. */
    public enum Kind {
        /** Two sessions believed in conflicting locks at the same time. */
        TWO_BELIEVERS,
        /** The register wrote for an earlier holder after a later one, or for two with the same token. */
        TWO_WRITERS,
        /** A fencing token was granted twice. */
        TOKEN_REPEATED,
        /** A fencing token is smaller than that of an earlier grant of the same key. */
        TOKEN_DESCENDED,
        /** The register refused to write for a holder that believed in its lock before and after. */
        HOLDER_REFUSED,
        /** A request was served long before a conflicting one that had been made long before it. */
        OVERTAKEN,
        /** A lock was taken from its owner, and nothing explains why. */
        LOCK_LOST,
        /** A request did not end within its patience and a little more. */
        ENDLESS_WAIT,
        /** A request ended before its patience was over, or with an error that is promised nowhere. */
        WRONG_END,
        /** A lock was not free after all its owners were gone. */
        LOCK_LEAKED;
    }
}
