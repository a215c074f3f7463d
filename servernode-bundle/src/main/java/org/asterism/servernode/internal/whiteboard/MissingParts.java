package org.asterism.servernode.internal.whiteboard;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks among the components of all started bundles for those that are to be part of a servlet context by their properties,
 * but are not registered as a service, because what they refer to is not there yet. One that needs a configuration which
 * nobody has made is not wanted, and not missing.
 */
final class MissingParts {

    private static final Logger LOG = LoggerFactory.getLogger(MissingParts.class);
    private static final List<String> PARTS = Stream.of("servlet.", "filter.", "listener", "resource.")
            .map("osgi.http.whiteboard."::concat)
            .toList();
    private static final String DEFAULT_CONTEXT = "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "="
            + HttpWhiteboardConstants.HTTP_WHITEBOARD_DEFAULT_CONTEXT_NAME + ")";
    /** How far the reasons of a reason are followed; components may refer to each other in a circle. */
    private static final int MAX_DEPTH = 5;

    private final ServiceComponentRuntime components;

    MissingParts(ServiceComponentRuntime components) {
        this.components = components;
    }

    /** What is missing now. What is not has been told to the HTTP server before this returns. */
    List<MissingPart> find() {
        Collection<ComponentDescriptionDTO> all = components.getComponentDescriptionDTOs();
        return all.stream()
                .filter(component -> component.defaultEnabled && isPart(component.properties))
                .filter(this::isMissing)
                .flatMap(component -> part(component, all).stream())
                .toList();
    }

    private static boolean isPart(Map<String, Object> properties) {
        return properties.keySet().stream().anyMatch(key -> PARTS.stream().anyMatch(key::startsWith));
    }

    private boolean isMissing(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> configurations = components.getComponentConfigurationDTOs(component);
        return configurations.isEmpty()
                ? !"require".equals(component.configurationPolicy)
                : configurations.stream().anyMatch(MissingParts::isMissing);
    }

    /** A component is satisfied some moments before its service is registered, but has none until all listeners know it. */
    private static boolean isMissing(ComponentConfigurationDTO configuration) {
        return configuration.state != ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
                && configuration.service == null;
    }

    private Optional<MissingPart> part(ComponentDescriptionDTO component, Collection<ComponentDescriptionDTO> all) {
        Object select = component.properties.getOrDefault(
                HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT, DEFAULT_CONTEXT);
        try {
            Filter contexts = FrameworkUtil.createFilter(select.toString());
            return Optional.of(new MissingPart(contexts, component.name + reason(component, all, MAX_DEPTH)));
        } catch (InvalidSyntaxException e) {
            LOG.debug("the component {} belongs to no servlet context", component.name, e);
            return Optional.empty();
        }
    }

    private String reason(ComponentDescriptionDTO component, Collection<ComponentDescriptionDTO> all, int depth) {
        String lacking = components.getComponentConfigurationDTOs(component).stream()
                .flatMap(configuration -> Arrays.stream(configuration.unsatisfiedReferences))
                .map(reference -> lacking(component, reference, all, depth))
                .distinct()
                .collect(Collectors.joining(" and for "));
        return lacking.isEmpty() ? "" : " waits for " + lacking;
    }

    private String lacking(
            ComponentDescriptionDTO component,
            UnsatisfiedReferenceDTO unsatisfied,
            Collection<ComponentDescriptionDTO> all,
            int depth) {
        String type = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(reference -> reference.interfaceName)
                .findFirst()
                .orElse(unsatisfied.name);
        String deeper = all.stream()
                .filter(other ->
                        depth > 0 && Arrays.asList(other.serviceInterfaces).contains(type))
                .map(other -> reason(other, all, depth - 1))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .map(reason -> ", which" + reason)
                .orElse("");
        return type + (unsatisfied.target == null ? "" : " " + unsatisfied.target) + deeper;
    }
}
