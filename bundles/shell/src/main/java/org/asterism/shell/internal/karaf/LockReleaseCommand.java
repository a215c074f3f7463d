package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.ShellUtil;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.LockKey;
import org.asterism.shell.internal.LockRelease;

/** {@code asterism:lock-release}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "lock-release",
        description =
                "Takes a lock from everyone who holds exactly this key; they are told, and the hub logs who did it and why",
        detailedDescription = """
                Look first who holds it (asterism:lock-show): whoever believes to
                have the lock may be in the middle of its work.

                  asterism:lock-release --reason "node a/1 hangs" 'shop:order[2026, 17]'
                """)
public final class LockReleaseCommand extends LockKeyCommand {

    @Option(name = "--reason", description = "Why, for those who read the log of the hub; must be given")
    private String reason;

    @Override
    public Object execute() {
        LockKey key = key();
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("a lock is not taken without --reason");
        }
        String by = person();
        int sessions = ask(server -> server.release(key, by, reason));
        if (sessions == 0) {
            throw new IllegalStateException("nobody holds " + key + "; asterism:lock-show shows what overlaps with it");
        }
        show(new LockRelease(key, by, reason, sessions));
        return null;
    }

    /** Who is logged in to this shell, and where. */
    private String person() {
        String user = Optional.ofNullable(ShellUtil.getCurrentUserName()).orElse("someone");
        return user + " at " + lookup().call(ClusterService.class, Scope.NO_MEMBER, ClusterService::self);
    }
}
