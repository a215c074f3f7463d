package org.asterism.singleton.internal.osgi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.lock.HeldLock;
import org.asterism.singleton.Singleton;
import org.asterism.singleton.internal.Permits;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

/** Permits are services: Declarative Services deactivates a component before the unregistration of what it needs returns. */
final class RegisteredPermits implements Permits {

    static final String TOKEN = "asterism.fencing.token";

    private static final String[] TYPES = {Singleton.class.getName(), Condition.class.getName()};

    private final Map<String, ServiceRegistration<?>> registrations = new ConcurrentHashMap<>();
    private final BundleContext context;

    RegisteredPermits(BundleContext context) {
        this.context = context;
    }

    @Override
    public void give(String name, HeldLock lock) {
        Map<String, Object> properties = properties(name);
        properties.put(TOKEN, lock.fencingToken());
        registrations.put(
                name, context.registerService(TYPES, new Permit(name, lock), FrameworkUtil.asDictionary(properties)));
    }

    @Override
    public void withdraw(String name) {
        ServiceRegistration<?> registration = registrations.remove(name);
        if (registration != null) {
            registration.unregister();
        }
    }

    /** By which a component finds the permit of this name. */
    static Map<String, Object> properties(String name) {
        Map<String, Object> properties = new ConcurrentHashMap<>();
        properties.put(Singleton.PROPERTY, name);
        properties.put(Condition.CONDITION_ID, Singleton.PROPERTY);
        return properties;
    }
}
