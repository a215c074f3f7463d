package org.asterism.servernode.spi;

/**
 * A service that appears when everything that should be on this engine at its start is there, or could not be brought. An engine that is configured to
 * wait for it ({@code applications.wait.millis} of {@code org.asterism.servernode.agent}) is not ready before.
 */
public interface InitialApplications {}
