package org.asterism.singleton.internal;

import org.asterism.lock.HeldLock;

/** Lets components be active. */
public interface Permits {

    /** Returns when those who waited for it have been told. */
    void give(String name, HeldLock lock);

    /** Returns when all components that needed it are deactivated. */
    void withdraw(String name);
}
