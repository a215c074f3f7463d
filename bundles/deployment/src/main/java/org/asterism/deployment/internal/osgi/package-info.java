/**
 * The components and the container. The main class is {@link org.asterism.deployment.internal.osgi.DeploymentComponent}: on a server node it brings what
 * is wanted to the container, on an instance it offers the services and rolls.
 */
package org.asterism.deployment.internal.osgi;
