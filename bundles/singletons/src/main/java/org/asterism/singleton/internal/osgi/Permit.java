package org.asterism.singleton.internal.osgi;

import org.asterism.lock.HeldLock;
import org.asterism.singleton.Singleton;
import org.osgi.service.condition.Condition;

/** What components wait for. */
record Permit(String name, HeldLock lock) implements Singleton, Condition {}
