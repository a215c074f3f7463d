package org.asterism.lock;

import org.asterism.testing.contract.LockFixture;
import org.asterism.testing.contract.LockModesContract;

class MessagingLockModesTest extends LockModesContract {

    @Override
    protected LockFixture newCluster() {
        return new InMemoryLockFixture();
    }
}
