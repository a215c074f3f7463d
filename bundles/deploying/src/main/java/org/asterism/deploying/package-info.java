/**
 * What everyone does who changes what is deployed, from wherever. The main class is {@link org.asterism.deploying.Deploying};
 * {@link org.asterism.deploying.Following} tells how a change goes on, {@link org.asterism.deploying.Configurations} treats configurations;
 * what is shown is a {@link org.asterism.deploying.DeployReport}, a pure function of what the services answered.
 */
@Version("1.0.0")
@Export
package org.asterism.deploying;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
