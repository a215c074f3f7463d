package org.asterism.console.internal.osgi;

import org.asterism.console.internal.Action;
import org.asterism.console.internal.ActionException;
import org.asterism.console.internal.ActionException.Cause;
import org.asterism.console.internal.Role;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;

/** Takes a lock from everyone who holds exactly this key. */
record LockReleaseAction(LiveCluster cluster) implements Action {

    @Override
    public String name() {
        return "lock-release";
    }

    @Override
    public Role needs() {
        return Role.ADMIN;
    }

    @Override
    public String perform(ActionRequest asked) throws ActionException {
        String text = asked.parameter("key");
        LockServer locks = cluster.locks()
                .orElseThrow(() -> new ActionException(Cause.FAILED, "there is no lock server here now"));
        try {
            LockKey key = LockKey.parse(text);
            int sessions = locks.release(key, asked.by().user() + " (console)", asked.reason());
            return sessions == 0 ? "nobody holds " + key : key + " was taken from " + sessions;
        } catch (IllegalArgumentException e) {
            throw new ActionException(Cause.WRONG, e.getMessage());
        }
    }
}
