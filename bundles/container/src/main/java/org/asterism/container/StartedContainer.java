package org.asterism.container;

/**
 * A container that was just started; it is not ready yet.
 *
 * @param process the process, for its exit
 * @param identity by which others find the process
 * @param record what was written to {@code process.json}
 * @param layout where its files are
 */
public record StartedContainer(
        Process process, ProcessIdentity identity, ProcessRecord record, ContainerLayout layout) {

    /** The process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }
}
