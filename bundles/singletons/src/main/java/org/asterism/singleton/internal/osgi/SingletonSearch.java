package org.asterism.singleton.internal.osgi;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.asterism.lock.LockKey;
import org.asterism.singleton.Singleton;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for components that are to be active once. One that says so but does not wait for its permit would be active everywhere:
 * it is disabled.
 */
final class SingletonSearch {

    private static final Logger LOG = LoggerFactory.getLogger(SingletonSearch.class);

    private final Set<String> refused = new HashSet<>();
    private final ServiceComponentRuntime components;
    private final int max;

    SingletonSearch(ServiceComponentRuntime components, int max) {
        this.components = components;
        this.max = max;
    }

    /** Their names now. For one thread. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
            if (component.properties.get(Singleton.PROPERTY) instanceof String name && isAccepted(component, name)) {
                names.add(name);
            }
        }
        if (names.size() > max) {
            complain(
                    "max",
                    "there are " + names.size() + " singletons here, and the last ones are active nowhere:"
                            + " raise max of org.asterism.singletons, which is " + max);
        }
        return new TreeSet<>(names.stream().limit(max).toList());
    }

    private boolean isAccepted(ComponentDescriptionDTO component, String name) {
        if (name.isEmpty() || name.equals(LockKey.ANY) || name.length() > Singleton.MAX_NAME_LENGTH) {
            return refuse(
                    component, "its name is empty, * or longer than " + Singleton.MAX_NAME_LENGTH + " characters");
        }
        return waitsFor(component, name)
                || refuse(
                        component,
                        "it does not wait for its turn: let it have a reference to " + Singleton.class.getName()
                                + " with the target (" + Singleton.PROPERTY + "=" + name
                                + "), or that target as the property osgi.ds.satisfying.condition.target of a"
                                + " description of version 1.5");
    }

    private boolean refuse(ComponentDescriptionDTO component, String why) {
        if (components.isComponentEnabled(component)) {
            complain(
                    component.bundle.id + component.name,
                    "the component " + component.name + " is to be a singleton and is disabled: " + why);
            components.disableComponent(component);
        }
        return false;
    }

    private void complain(String what, String text) {
        if (refused.add(what)) {
            LOG.error(text);
        }
    }

    private static boolean waitsFor(ComponentDescriptionDTO component, String name) {
        Stream<String> targets = Arrays.stream(component.references)
                .filter(SingletonSearch::isPermit)
                .map(reference -> target(component, reference));
        return targets.anyMatch(target -> isFor(target, name));
    }

    private static boolean isPermit(ReferenceDTO reference) {
        return reference.cardinality.startsWith("1")
                && (reference.interfaceName.equals(Singleton.class.getName())
                        || reference.interfaceName.equals(Condition.class.getName()));
    }

    /** A property of the component goes before what its description says. */
    private static String target(ComponentDescriptionDTO component, ReferenceDTO reference) {
        Object property = component.properties.get(reference.name + ".target");
        return property == null ? String.valueOf(reference.target) : property.toString();
    }

    private static boolean isFor(String target, String name) {
        try {
            return target.contains(Singleton.PROPERTY)
                    && FrameworkUtil.createFilter(target).matches(RegisteredPermits.properties(name));
        } catch (InvalidSyntaxException e) {
            LOG.debug("no filter: {}", target, e);
            return false;
        }
    }
}
