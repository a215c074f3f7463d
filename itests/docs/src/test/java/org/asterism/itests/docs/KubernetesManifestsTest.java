package org.asterism.itests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests are what Kubernetes understands, and what they start is what {@code asterism} understands. */
class KubernetesManifestsTest {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/Secret", Secret.class,
            "v1/Service", Service.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    /** Strict: the models keep unknown fields for the server to judge, which is not here. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return Boolean.FALSE;
                }
            });

    @Test
    void everyFieldIsOneThatKubernetesKnows() throws Exception {
        assertThat(resources()).hasSizeGreaterThan(8);
        assertThat(resources())
                .filteredOn(resource -> !(resource instanceof Namespace))
                .allSatisfy(resource ->
                        assertThat(resource.getMetadata().getNamespace()).isEqualTo("asterism"));
    }

    @Test
    void whatIsReferredToIsThere() throws Exception {
        Set<String> secrets = named(Secret.class);
        for (StatefulSet set : of(StatefulSet.class)) {
            PodSpec pod = set.getSpec().getTemplate().getSpec();
            assertThat(named(Service.class)).contains(set.getSpec().getServiceName());
            assertThat(set.getSpec().getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(set.getSpec().getSelector().getMatchLabels());
            for (Container container : pod.getContainers()) {
                assertThat(container.getVolumeMounts())
                        .extracting(VolumeMount::getName)
                        .allMatch(name -> volumes(set).contains(name));
            }
            assertThat(pod.getVolumes())
                    .filteredOn(volume -> volume.getSecret() != null)
                    .allSatisfy(volume ->
                            assertThat(secrets).contains(volume.getSecret().getSecretName()));
        }
    }

    @Test
    void servicesAndBudgetsChoosePods() throws Exception {
        List<Map<String, String>> pods = of(StatefulSet.class).stream()
                .map(set -> set.getSpec().getTemplate().getMetadata().getLabels())
                .toList();
        for (Service service : of(Service.class)) {
            assertThat(pods).contains(service.getSpec().getSelector());
        }
        for (PodDisruptionBudget budget : of(PodDisruptionBudget.class)) {
            assertThat(pods).contains(budget.getSpec().getSelector().getMatchLabels());
        }
    }

    @Test
    void whatTheyStartIsACommand() throws Exception {
        List<Container> ours = of(StatefulSet.class).stream()
                .flatMap(set -> set.getSpec().getTemplate().getSpec().getContainers().stream())
                .filter(container -> container.getImage().startsWith("asterism:"))
                .toList();

        assertThat(ours).hasSize(2);
        for (Container container : ours) {
            AsterismLine.parse(container.getArgs().stream()
                    .map(argument -> argument.replaceAll("\\$\\([A-Z_]+\\)", "pod-0"))
                    .toList());
        }
    }

    private static Set<String> volumes(StatefulSet set) {
        Set<String> names = set.getSpec().getTemplate().getSpec().getVolumes().stream()
                .map(Volume::getName)
                .collect(Collectors.toSet());
        set.getSpec()
                .getVolumeClaimTemplates()
                .forEach(claim -> names.add(claim.getMetadata().getName()));
        return names;
    }

    private static <T extends HasMetadata> Set<String> named(Class<T> type) throws IOException {
        return of(type).stream()
                .map(resource -> resource.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private static <T extends HasMetadata> List<T> of(Class<T> type) throws IOException {
        return resources().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<HasMetadata> resources() throws IOException {
        List<HasMetadata> resources = new ArrayList<>();
        try (Stream<Path> files = Files.list(Repository.packaging().resolve("kubernetes"))) {
            for (Path file : files.sorted().toList()) {
                for (Map<String, Object> document : Yaml.documents(file)) {
                    String kind = document.get("apiVersion") + "/" + document.get("kind");
                    assertThat(KINDS).as(file.toString()).containsKey(kind);
                    resources.add(MAPPER.convertValue(document, KINDS.get(kind)));
                }
            }
        }
        return resources;
    }
}
