/** Features by Karaf. The main class is {@link org.asterism.deployment.internal.karaf.DeployedFeatures}. */
package org.asterism.deployment.internal.karaf;
