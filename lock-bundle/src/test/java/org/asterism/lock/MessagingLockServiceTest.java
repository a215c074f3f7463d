package org.asterism.lock;

import org.asterism.testing.contract.LockFixture;
import org.asterism.testing.contract.LockServiceContract;

class MessagingLockServiceTest extends LockServiceContract {

    @Override
    protected LockFixture newCluster() {
        return new InMemoryLockFixture();
    }
}
