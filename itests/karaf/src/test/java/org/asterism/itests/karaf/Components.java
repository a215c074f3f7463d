package org.asterism.itests.karaf;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The declarative services components of ours. Of use only in a container that has Declarative Services. */
final class Components {

    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    private Components() {}

    /** The names of components that are configured but wait for something. */
    static List<String> unsatisfied(BundleContext context, List<String> waitingByDesign) {
        if (context.getServiceReference(RUNTIME) == null) {
            return List.of();
        }
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = context.getService(reference);
        try {
            return runtime.getComponentDescriptionDTOs().stream()
                    .filter(component -> component.implementationClass.startsWith("org.asterism."))
                    .filter(component -> waitingByDesign.stream().noneMatch(component.name::endsWith))
                    .filter(component -> !satisfied(runtime, component))
                    .map(component -> component.name)
                    .toList();
        } finally {
            context.ungetService(reference);
        }
    }

    private static boolean satisfied(ServiceComponentRuntime runtime, ComponentDescriptionDTO component) {
        var configurations = runtime.getComponentConfigurationDTOs(component);
        boolean notConfigured = component.configurationPolicy.equals("require") && configurations.isEmpty();
        return notConfigured
                || configurations.stream()
                        .allMatch(configuration -> configuration.state == ComponentConfigurationDTO.ACTIVE
                                || configuration.state == ComponentConfigurationDTO.SATISFIED);
    }
}
