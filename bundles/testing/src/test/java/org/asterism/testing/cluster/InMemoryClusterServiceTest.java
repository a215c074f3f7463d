package org.asterism.testing.cluster;

import org.asterism.testing.contract.ClusterFixture;
import org.asterism.testing.contract.ClusterServiceContract;

class InMemoryClusterServiceTest extends ClusterServiceContract {

    @Override
    protected ClusterFixture newCluster() {
        return new InMemoryFixture();
    }
}
