package org.asterism.shell.internal.karaf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Finds services for the time of one call. */
record Lookup(BundleContext context) {

    /**
     * Calls the best service of a type. One that is in another container may answer with a
     * {@link org.osgi.framework.ServiceException}.
     *
     * @throws IllegalStateException if there is none, saying so in the words of {@code missing}
     */
    <S, R, E extends Exception> R call(Class<S> type, String missing, Use<S, R, E> use) throws E {
        Optional<ServiceReference<S>> best = references(type).stream().max(Comparator.naturalOrder());
        if (best.isEmpty()) {
            throw new IllegalStateException(missing);
        }
        return call(best.get(), missing, use);
    }

    /**
     * Calls a service.
     *
     * @throws IllegalStateException if it is gone, saying so in the words of {@code missing}
     */
    <S, R, E extends Exception> R call(ServiceReference<S> reference, String missing, Use<S, R, E> use) throws E {
        S service = context.getService(reference);
        if (service == null) {
            throw new IllegalStateException(missing);
        }
        try {
            return use.of(service);
        } finally {
            context.ungetService(reference);
        }
    }

    <S> List<ServiceReference<S>> references(Class<S> type) {
        try {
            return List.copyOf(context.getServiceReferences(type, null));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What is done with a service. */
    @FunctionalInterface
    interface Use<S, R, E extends Exception> {
        R of(S service) throws E;
    }
}
