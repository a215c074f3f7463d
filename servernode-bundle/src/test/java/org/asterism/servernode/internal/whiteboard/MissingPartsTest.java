package org.asterism.servernode.internal.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.service.http.runtime.dto.ServletContextDTO;
import org.osgi.util.promise.Promise;

class MissingPartsTest {

    private static final Map<String, Object> SERVLET = Map.of(
            "osgi.http.whiteboard.servlet.pattern", "/api/*",
            "osgi.http.whiteboard.context.select", "(osgi.http.whiteboard.context.name=shop)");

    private final Components components = new Components();
    private final MissingParts parts = new MissingParts(components);

    @Test
    void whoWaitsIsMissingWithTheReasonOfTheReason() {
        ComponentDescriptionDTO servlet = components.add("ShopApi", "javax.servlet.Servlet", SERVLET);
        components.unsatisfied(servlet, "shop", "Shop", null);
        ComponentDescriptionDTO shop = components.add("ShopComponent", "Shop", Map.of());
        components.unsatisfied(shop, "units", "EntityManagerFactory", "(osgi.unit.name=shop)");

        assertThat(parts.find())
                .extracting(MissingPart::why)
                .containsExactly("ShopApi waits for Shop, which waits for EntityManagerFactory (osgi.unit.name=shop)");
    }

    @Test
    void itBelongsToTheContextsItSelects() {
        components.unsatisfied(components.add("ShopApi", "javax.servlet.Servlet", SERVLET), "shop", "Shop", null);
        components.unsatisfied(
                components.add("Plain", "javax.servlet.Servlet", Map.of("osgi.http.whiteboard.servlet.pattern", "/")),
                "shop",
                "Shop",
                null);

        List<MissingPart> found = parts.find();
        assertThat(found).hasSize(2);
        assertThat(found.get(0).belongsTo(context("shop"))).isTrue();
        assertThat(found.get(0).belongsTo(context("default"))).isFalse();
        assertThat(found.get(0).belongsTo(context(null))).isFalse();
        assertThat(found.get(1).belongsTo(context("shop"))).isFalse();
        assertThat(found.get(1).belongsTo(context("default"))).isTrue();
    }

    @Test
    void whoIsNotEnabledYetIsMissing() {
        components.add("ShopApi", "javax.servlet.Servlet", SERVLET);
        assertThat(parts.find()).extracting(MissingPart::why).containsExactly("ShopApi");
    }

    @Test
    void whoIsRegisteredIsNotMissing() {
        ComponentDescriptionDTO servlet = components.add("ShopApi", "javax.servlet.Servlet", SERVLET);
        ComponentConfigurationDTO configuration = components.configure(servlet, ComponentConfigurationDTO.SATISFIED);
        assertThat(parts.find()).hasSize(1);
        configuration.service = new ServiceReferenceDTO();
        assertThat(parts.find()).isEmpty();
    }

    @Test
    void whoIsNotWantedIsNotMissing() {
        components.add("Unconfigured", "javax.servlet.Servlet", SERVLET).configurationPolicy = "require";
        components.add("Disabled", "javax.servlet.Servlet", SERVLET).defaultEnabled = false;
        components.configure(
                components.add("Waiting", "javax.servlet.Servlet", SERVLET),
                ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);
        components.unsatisfied(components.add("NoPart", "Shop", Map.of()), "units", "EntityManagerFactory", null);
        assertThat(parts.find()).isEmpty();
    }

    @Test
    void aCircleIsFollowedForSomeSteps() {
        components.unsatisfied(components.add("ShopApi", "Api", SERVLET), "shop", "Shop", null);
        components.unsatisfied(components.add("ShopComponent", "Shop", Map.of()), "api", "Api", null);
        assertThat(parts.find()).hasSize(1);
    }

    private static ServletContextDTO context(String name) {
        ServletContextDTO context = new ServletContextDTO();
        context.name = name;
        context.contextPath = "/";
        return context;
    }

    /** What Declarative Services would tell. */
    private static final class Components implements ServiceComponentRuntime {

        private final List<ComponentDescriptionDTO> descriptions = new ArrayList<>();
        private final Map<String, List<ComponentConfigurationDTO>> configurations = new HashMap<>();

        ComponentDescriptionDTO add(String name, String type, Map<String, Object> properties) {
            ComponentDescriptionDTO description = new ComponentDescriptionDTO();
            description.name = name;
            description.defaultEnabled = true;
            description.configurationPolicy = "optional";
            description.serviceInterfaces = new String[] {type};
            description.properties = properties;
            description.references = new ReferenceDTO[0];
            descriptions.add(description);
            return description;
        }

        ComponentConfigurationDTO configure(ComponentDescriptionDTO description, int state) {
            ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
            configuration.state = state;
            configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
            configurations
                    .computeIfAbsent(description.name, name -> new ArrayList<>())
                    .add(configuration);
            return configuration;
        }

        void unsatisfied(ComponentDescriptionDTO description, String name, String type, String target) {
            ReferenceDTO reference = new ReferenceDTO();
            reference.name = name;
            reference.interfaceName = type;
            description.references = new ReferenceDTO[] {reference};
            UnsatisfiedReferenceDTO unsatisfied = new UnsatisfiedReferenceDTO();
            unsatisfied.name = name;
            unsatisfied.target = target;
            configure(description, ComponentConfigurationDTO.UNSATISFIED_REFERENCE).unsatisfiedReferences =
                    new UnsatisfiedReferenceDTO[] {unsatisfied};
        }

        @Override
        public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
            return descriptions;
        }

        @Override
        public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(
                ComponentDescriptionDTO description) {
            return configurations.getOrDefault(description.name, List.of());
        }

        @Override
        public boolean isComponentEnabled(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException(description.name);
        }

        @Override
        public Promise<Void> enableComponent(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException(description.name);
        }

        @Override
        public Promise<Void> disableComponent(ComponentDescriptionDTO description) {
            throw new UnsupportedOperationException(description.name);
        }
    }
}
