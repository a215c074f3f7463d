package org.asterism.drill.history;

import java.util.Optional;
import java.util.OptionalLong;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;

/**
 * A lock that was had.
 *
 * @param attempt that brought it
 * @param lock its place among the locks of the attempt
 * @param asked when it was asked for
 * @param from when its owner knew it was granted
 * @param believed the last moment at which its owner is known to have believed in it; before {@code from} if it never was
 * @param released when its owner began to release it
 * @param refused when the register last refused to write for it
 * @param promotion whether a promotion brought it
 * @param promoted whether a promotion made it exclusive
 */
public record Grant(
        String member,
        String session,
        String attempt,
        int lock,
        LockKey key,
        LockMode mode,
        long token,
        long asked,
        long from,
        long believed,
        OptionalLong released,
        Optional<Loss> loss,
        OptionalLong refused,
        boolean promotion,
        boolean promoted) {

    /** It was taken from its owner. */
    public record Loss(long at, LockLoss.Cause cause) {}

    /** Whether sessions other than its own cannot have the other one at the same time. */
    public boolean conflicts(Grant other) {
        if (!key.overlaps(other.key)) {
            return false;
        }
        return session.equals(other.session)
                ? Modes.excludeInOneSession(mode, other.mode)
                : Modes.exclude(mode, other.mode);
    }
}
