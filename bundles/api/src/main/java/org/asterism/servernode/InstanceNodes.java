package org.asterism.servernode;

/**
 * How many server nodes an instance has. A service of each instance that supervises nodes, with the property
 * {@link NodeStatus#INSTANCE}.
 */
public interface InstanceNodes {

    /** More than anyone needs on one machine. */
    int MAX = 64;

    /** How many are configured. */
    int count();

    /**
     * Has so many from now on, also after a restart of the instance. New ones get the next numbers and are started; those with the
     * highest numbers are stopped, as by {@link ServerNode#stop}, and go. Returns at once.
     *
     * @return how many there were
     * @throws IllegalArgumentException if it is negative or more than {@link #MAX}
     * @throws IllegalStateException if an earlier change is still going on, or the files cannot be written
     */
    int resize(int count);
}
