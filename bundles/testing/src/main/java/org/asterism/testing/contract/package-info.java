/**
 * What the API promises, as tests. {@link org.asterism.testing.contract.ClusterServiceContract},
 * {@link org.asterism.testing.contract.MessageServiceContract} and
 * {@link org.asterism.testing.contract.LockServiceContract} with its three sisters are subclassed by every implementation; a subclass only says
 * where its {@link org.asterism.testing.contract.ClusterFixture} comes from.
 */
package org.asterism.testing.contract;
