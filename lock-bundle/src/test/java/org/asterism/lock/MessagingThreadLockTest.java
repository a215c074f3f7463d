package org.asterism.lock;

import org.asterism.testing.contract.LockFixture;
import org.asterism.testing.contract.ThreadLockContract;

class MessagingThreadLockTest extends ThreadLockContract {

    @Override
    protected LockFixture newCluster() {
        return new InMemoryLockFixture();
    }
}
