package org.asterism.shell.internal.karaf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.DispatcherStatistics;
import org.asterism.shell.internal.DispatchReport;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;

/** The dispatchers of the cluster as this container's services, its own before those of others. */
final class Dispatchers {

    private static final String IMPORTED = "service.imported";

    private final Lookup lookup;

    Dispatchers(Lookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Asks all of them, or that of one instance.
     *
     * @throws IllegalArgumentException if that instance is not known
     */
    DispatchReport ask(Optional<String> instance) {
        Map<String, ServiceReference<DispatcherStatistics>> references = references();
        instance.ifPresent(name -> requireKnown(name, references));
        List<DispatcherReport> reports = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        references.forEach((name, reference) -> {
            if (instance.isEmpty() || instance.get().equals(name)) {
                ask(name, reference, reports, silent);
            }
        });
        return new DispatchReport(reports, silent);
    }

    private void ask(
            String name,
            ServiceReference<DispatcherStatistics> reference,
            List<DispatcherReport> reports,
            List<String> silent) {
        try {
            reports.add(lookup.call(reference, "it is gone", DispatcherStatistics::report));
        } catch (ServiceException | IllegalStateException e) {
            silent.add("the dispatcher of " + name + " did not answer: " + e.getMessage());
        }
    }

    private static void requireKnown(String name, Map<String, ?> references) {
        if (!references.containsKey(name)) {
            String known = references.isEmpty() ? "none" : String.join(", ", references.keySet());
            throw new IllegalArgumentException(
                    "no dispatcher of instance '" + name + "' is known (known: " + known + ")");
        }
    }

    private Map<String, ServiceReference<DispatcherStatistics>> references() {
        Map<String, ServiceReference<DispatcherStatistics>> references = new TreeMap<>();
        lookup.references(DispatcherStatistics.class).stream()
                .sorted(Comparator.comparing(reference -> reference.getProperty(IMPORTED) != null))
                .filter(reference -> reference.getProperty(DispatcherStatistics.INSTANCE) != null)
                .forEach(reference -> references.putIfAbsent(
                        reference.getProperty(DispatcherStatistics.INSTANCE).toString(), reference));
        return references;
    }
}
