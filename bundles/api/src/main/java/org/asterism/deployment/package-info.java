/**
 * What is deployed to the cluster. A change is a new {@link org.asterism.deployment.Generation} of the desired state in the shared
 * database; server nodes pull it. Read by {@link org.asterism.deployment.DeploymentService}, changed by
 * {@link org.asterism.deployment.DeploymentAdminService}; both are remote services of every instance, and only those: nodes need neither.
 */
@Version("1.0.0")
@Export
package org.asterism.deployment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
