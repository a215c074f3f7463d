package org.asterism.lock;

import java.util.List;

/** The lock server as the hub offers it to the cluster: a remote service to look at the lock table. */
public interface LockServer {

    /** All locks that are held or waited for, sorted by key, at most {@code limit}. */
    List<LockInfo> locks(int limit);

    /** How the lock server is. */
    LockServerStatus status();
}
