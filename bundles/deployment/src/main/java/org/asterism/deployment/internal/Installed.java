package org.asterism.deployment.internal;

import org.asterism.deployment.DeploymentKind;

/**
 * Something that is on a node.
 *
 * @param identity as of {@link Identity}; empty if it was installed by hand
 * @param version as a bundle's; empty for a configuration
 * @param running false for a bundle that is not started
 * @param reason why it does not run; empty if it does
 */
public record Installed(
        String name, DeploymentKind kind, String version, String identity, boolean running, String reason) {}
