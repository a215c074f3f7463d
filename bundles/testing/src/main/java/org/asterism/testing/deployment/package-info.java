/** Deployments without a database: {@link org.asterism.testing.deployment.InMemoryDeployments}. */
package org.asterism.testing.deployment;
