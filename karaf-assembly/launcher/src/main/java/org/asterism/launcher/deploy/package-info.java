/**
 * Deploys in a process of its own, {@link org.asterism.launcher.deploy.DeployProcess}, with the class path {@code lib/deploy} and that
 * of benchmarks, so that the launcher itself stays small.
 */
package org.asterism.launcher.deploy;
