package org.asterism.remote.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.junit.jupiter.api.Test;

class EndpointPropertiesTest {

    private static Map<String, Object> travelled(Map<String, ?> properties) {
        return EndpointProperties.ofList(
                new ServiceEntry("e-1", List.of("x.Api"), new MemberId("a/1"), EndpointProperties.toList(properties)));
    }

    @Test
    void whatOsgiNeedsComesBackInItsType() {
        Map<String, Object> endpoint = travelled(Map.of(
                "endpoint.service.id", 17L, "service.ranking", 5, "service.imported.configs", new String[] {"asterism"
                }));

        assertThat(endpoint)
                .containsEntry("endpoint.id", "e-1")
                .containsEntry("endpoint.service.id", 17L)
                .containsEntry("service.ranking", 5)
                .containsEntry("service.imported", true)
                .containsEntry("asterism.member", "a/1");
        assertThat((String[]) endpoint.get("objectClass")).containsExactly("x.Api");
        assertThat((String[]) endpoint.get("service.imported.configs")).containsExactly("asterism");
    }

    @Test
    void publicPropertiesTravel() {
        Map<String, Object> endpoint = travelled(Map.of(
                "text",
                "t",
                "yes",
                true,
                "long",
                1L,
                "int",
                2,
                "half",
                0.5,
                "float",
                0.25f,
                "ints",
                new int[] {1, 2},
                "names",
                List.of("x", "y"),
                "none",
                new String[0]));

        assertThat(endpoint)
                .containsEntry("text", "t")
                .containsEntry("yes", true)
                .containsEntry("long", 1L)
                .containsEntry("int", 2L)
                .containsEntry("half", 0.5)
                .containsEntry("float", 0.25)
                .containsEntry("ints", List.of(1L, 2L));
        assertThat((String[]) endpoint.get("names")).containsExactly("x", "y");
        assertThat((String[]) endpoint.get("none")).isEmpty();
    }

    @Test
    void privateLocalAndUntransportablePropertiesStay() {
        assertThat(EndpointProperties.toList(Map.of(
                        ".secret",
                        "s",
                        "service.exported.interfaces",
                        "*",
                        "service.exported.configs",
                        "asterism",
                        "service.id",
                        3L,
                        "service.bundleid",
                        4L,
                        "component.id",
                        5L,
                        "objectClass",
                        new String[] {"x.Api"},
                        "felix.fileinstall.filename",
                        "file:/etc/x.cfg",
                        "object",
                        new Object())))
                .isEmpty();
    }

    @Test
    void anEntryOfAnotherKindIsNoEndpoint() {
        assertThat(EndpointProperties.isEndpoint(
                        new ServiceEntry("x", List.of("x.Api"), MemberId.HUB, Map.of("colour", "red"))))
                .isFalse();
        assertThat(EndpointProperties.isEndpoint(new ServiceEntry(
                        "x", List.of("x.Api"), MemberId.HUB, Map.of("service.imported.configs", List.of("asterism")))))
                .isTrue();
    }

    @Test
    void anUpdateKeepsHowTheEndpointIsReachedAndWhatIsPromised() {
        Map<String, Object> listed = EndpointProperties.toList(
                Map.of("endpoint.service.id", 17L, "service.intents", new String[] {"osgi.basic"}, "colour", "red"));
        assertThat(EndpointProperties.updated(listed, Map.of("colour", "blue", "service.intents", "own")))
                .containsEntry("endpoint.service.id", 17L)
                .containsEntry("service.intents", List.of("osgi.basic", "own"))
                .containsEntry("colour", "blue");
        assertThat(EndpointProperties.updated(listed, Map.of()))
                .containsEntry("service.intents", List.of("osgi.basic"))
                .doesNotContainKey("colour");
    }
}
