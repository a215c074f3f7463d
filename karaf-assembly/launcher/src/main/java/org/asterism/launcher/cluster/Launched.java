package org.asterism.launcher.cluster;

import org.asterism.container.ContainerLayout;
import org.asterism.container.ProcessIdentity;

/** A part of the cluster whose process runs. */
public record Launched(Target target, ProcessIdentity identity, ContainerLayout layout) {}
