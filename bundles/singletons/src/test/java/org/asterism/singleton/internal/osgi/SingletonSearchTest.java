package org.asterism.singleton.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.singleton.Singleton;
import org.junit.jupiter.api.Test;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.condition.Condition;

class SingletonSearchTest {

    private static final String CONDITION = "osgi.ds.satisfying.condition";
    private static final String ALWAYS = "(osgi.condition.id=true)";

    private final List<ComponentDescriptionDTO> components = new ArrayList<>();
    private final List<String> disabled = new ArrayList<>();
    private final SingletonSearch search = new SingletonSearch(runtime(), 2);

    @Test
    void aReferenceToTheSingletonWaits() {
        component("a", Map.of(Singleton.PROPERTY, "reports"), always(), only("(asterism.singleton=reports)", "1..1"));

        assertThat(search.names()).containsExactly("reports");
        assertThat(disabled).isEmpty();
    }

    @Test
    void aSatisfyingConditionWaitsToo() {
        component(
                "a",
                Map.of(Singleton.PROPERTY, "reports", CONDITION + ".target", "(asterism.singleton=reports)"),
                always());

        assertThat(search.names()).containsExactly("reports");
        assertThat(disabled).isEmpty();
    }

    @Test
    void whoDoesNotWaitIsDisabled() {
        component("none", Map.of(Singleton.PROPERTY, "a"), always());
        component("other", Map.of(Singleton.PROPERTY, "b"), always(), only("(asterism.singleton=reports)", "1..1"));
        component("optional", Map.of(Singleton.PROPERTY, "c"), always(), only("(asterism.singleton=c)", "0..1"));
        component("broken", Map.of(Singleton.PROPERTY, "d"), always(), only("(asterism.singleton=d", "1..1"));
        component("star", Map.of(Singleton.PROPERTY, "*"), always(), only("(asterism.singleton=*)", "1..1"));
        component("empty", Map.of(Singleton.PROPERTY, ""), always());

        assertThat(search.names()).isEmpty();
        assertThat(disabled).containsExactly("none", "other", "optional", "broken", "star", "empty");
    }

    @Test
    void thoseWithoutTheNameAreNoneOfItsBusiness() {
        component("a", Map.of(), always());

        assertThat(search.names()).isEmpty();
        assertThat(disabled).isEmpty();
    }

    @Test
    void thereAreNoMoreThanTheBound() {
        for (String name : List.of("c", "a", "b")) {
            component(name, Map.of(Singleton.PROPERTY, name), only("(asterism.singleton=" + name + ")", "1..1"));
        }

        assertThat(search.names()).containsExactly("a", "b");
    }

    private void component(String name, Map<String, Object> properties, ReferenceDTO... references) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = name;
        component.bundle = new BundleDTO();
        component.properties = properties;
        component.references = references;
        components.add(component);
    }

    private static ReferenceDTO always() {
        return reference(CONDITION, Condition.class, ALWAYS, "1..1");
    }

    private static ReferenceDTO only(String target, String cardinality) {
        return reference("only", Singleton.class, target, cardinality);
    }

    private static ReferenceDTO reference(String name, Class<?> type, String target, String cardinality) {
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = name;
        reference.interfaceName = type.getName();
        reference.target = target;
        reference.cardinality = cardinality;
        return reference;
    }

    private ServiceComponentRuntime runtime() {
        return (ServiceComponentRuntime) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getComponentDescriptionDTOs" -> components;
                    case "isComponentEnabled" -> true;
                    case "disableComponent" -> {
                        disabled.add(((ComponentDescriptionDTO) arguments[0]).name);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
