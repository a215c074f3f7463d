package org.asterism.lock;

import org.asterism.testing.contract.LockFixture;
import org.asterism.testing.contract.LockLossContract;

class MessagingLockLossTest extends LockLossContract {

    @Override
    protected LockFixture newCluster() {
        return new InMemoryLockFixture();
    }
}
