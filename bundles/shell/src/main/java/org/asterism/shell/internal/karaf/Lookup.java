package org.asterism.shell.internal.karaf;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Finds services for the time of one call. */
record Lookup(BundleContext context) {

    /**
     * Calls the best service of a type.
     *
     * @throws IllegalStateException if there is none, saying so in the words of {@code missing}
     */
    <S, R> R call(Class<S> type, String missing, Function<S, R> use) {
        return references(type).stream()
                .max(Comparator.naturalOrder())
                .flatMap(reference -> call(reference, use))
                .orElseThrow(() -> new IllegalStateException(missing));
    }

    <S, R> Optional<R> call(ServiceReference<S> reference, Function<S, R> use) {
        S service = context.getService(reference);
        if (service == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(use.apply(service));
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
}
