package org.asterism.dispatcher.internal;

import java.nio.file.Path;

/**
 * Where and how requests are logged.
 *
 * @param maxBytes of one file, after which a new one is begun, as at each midnight
 * @param files how many old ones are kept
 * @param maxWaiting lines that have not been written yet; further ones are dropped and counted
 */
public record AccessLogSettings(Path file, LogFormat format, long maxBytes, int files, int maxWaiting) {

    public AccessLogSettings {
        Require.atLeast("log.max.bytes", maxBytes, 1024);
        Require.between("log.files", files, 0, 10_000);
        Require.between("log.queue", maxWaiting, 1, 10_000_000);
    }
}
