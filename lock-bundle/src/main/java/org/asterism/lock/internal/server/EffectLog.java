package org.asterism.lock.internal.server;

import org.asterism.lock.internal.LockEffect;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.asterism.lock.internal.LockEffect.Warned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to the lock table, in words. */
final class EffectLog {

    private static final Logger LOG = LoggerFactory.getLogger(EffectLog.class);

    private EffectLog() {}

    static void log(LockEffect effect) {
        if (effect instanceof Freed freed) {
            LOG.info("{} locks of {}: held → free, {}", freed.locks(), freed.owner(), freed.cause());
        } else if (effect instanceof GraceOver over) {
            LOG.info("locks: grace → granting, {}", over.cause());
        } else if (effect instanceof Warned warned) {
            LOG.warn(
                    "locks: {} of {} used of the bound '{}'; past it requests are refused",
                    warned.used(),
                    warned.limit(),
                    warned.bound());
        }
    }
}
