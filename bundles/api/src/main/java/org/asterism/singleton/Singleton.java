package org.asterism.singleton;

import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;

/**
 * The right to be the only one. It is a service, with the property {@value #PROPERTY}, in the one member that holds the lock
 * {@link #key} and nowhere else; so a component of Declarative Services that needs it is active in that member only:
 *
 * <pre>{@code
 * @Component(property = "asterism.singleton=reports", immediate = true, service = {})
 * public final class NightlyReports {
 *
 *     @Activate
 *     public NightlyReports(@Reference(target = "(asterism.singleton=reports)") Singleton only) { … }
 * }
 * }</pre>
 *
 * A component that has no use for the fencing token needs no class of Asterism: with the additional property
 * {@code osgi.ds.satisfying.condition.target=(asterism.singleton=reports)} it waits for the same service, which is also a
 * {@code Condition} of OSGi. Only descriptions of version 1.5 know that property; bnd writes them with
 * {@code -dsannotations-options: version;minimum=1.5.0}.
 *
 * <p>The service is withdrawn, and the component with it, when the lock is lost, when the member is drained and when the bundle
 * stops; the lock is given to the next one only after the component is deactivated, unless it was lost.
 */
public interface Singleton {

    /** The property of a component that is to be active once, and of the service that it waits for: the name. */
    String PROPERTY = "asterism.singleton";

    /** The longest name, in characters. */
    int MAX_NAME_LENGTH = 128;

    /** The lock of the singleton of this name. */
    static LockKey key(String name) {
        return LockKey.of("asterism", "singleton", name);
    }

    /** What it is called in the whole cluster. */
    String name();

    /**
     * The lock that makes it the only one, for a {@link org.asterism.lock.Fence} and for its fencing token. It is not the
     * component's to give back: closing it has no effect.
     */
    HeldLock lock();
}
