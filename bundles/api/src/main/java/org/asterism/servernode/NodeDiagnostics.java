package org.asterism.servernode;

/**
 * Looks into the process of a server node. A service beside each {@link ServerNode}, with the same {@link NodeStatus#ID}. The methods
 * wait until it is done, a heap dump for minutes.
 */
public interface NodeDiagnostics {

    /**
     * Has the process tell what all its threads do, also one that does not answer otherwise, and keeps that in a file.
     *
     * @throws DiagnosticsException if there is no process, or it did not tell
     */
    ThreadDump threadDump() throws DiagnosticsException;

    /**
     * Writes the live objects of the process to a file on its machine. The process stands still meanwhile.
     *
     * @throws DiagnosticsException if there is no process or no room on the disk, or it was not possible
     */
    HeapDump heapDump() throws DiagnosticsException;
}
