package org.asterism.itests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The image, and the services that Compose starts from it. */
class ContainerImageTest {

    private static final Set<String> INSTRUCTIONS = Set.of(
            "FROM",
            "ARG",
            "RUN",
            "ADD",
            "COPY",
            "ENV",
            "USER",
            "VOLUME",
            "WORKDIR",
            "EXPOSE",
            "STOPSIGNAL",
            "ENTRYPOINT",
            "CMD",
            "LABEL",
            "HEALTHCHECK");

    /** Of the Compose specification, as far as it is used here. */
    private static final Set<String> SERVICE_KEYS = Set.of(
            "image",
            "restart",
            "environment",
            "secrets",
            "volumes",
            "healthcheck",
            "hostname",
            "command",
            "depends_on",
            "stop_grace_period",
            "entrypoint",
            "ports");

    @Test
    void theDockerfileHasInstructionsThatThereAre() throws Exception {
        List<String> instructions = instructions();

        assertThat(instructions.get(0)).startsWith("FROM ");
        assertThat(instructions).extracting(line -> line.split(" ", -1)[0]).allMatch(INSTRUCTIONS::contains);
        for (String line : instructions) {
            if (line.startsWith("ENTRYPOINT") || line.startsWith("CMD")) {
                assertThat(new ObjectMapper()
                                .readTree(line.substring(line.indexOf('[')))
                                .isArray())
                        .isTrue();
            }
        }
        assertThat(instructions).as("runs as a user of its own").contains("USER 10001:10001");
    }

    @Test
    @SuppressWarnings("unchecked")
    void composeStartsCommandsThatThereAreAndRefersToWhatIsThere() throws Exception {
        Map<String, Object> file = Yaml.documents(Repository.packaging().resolve("docker/compose.yaml"))
                .get(0);
        Map<String, Map<String, Object>> services = (Map<String, Map<String, Object>>) file.get("services");
        Set<String> secrets = ((Map<String, Object>) file.get("secrets")).keySet();

        assertThat(file.keySet()).isSubsetOf("name", "services", "secrets", "volumes");
        services.forEach((name, service) -> {
            assertThat(service.keySet()).as(name).isSubsetOf(SERVICE_KEYS);
            assertThat(secrets).as(name).containsAll((List<String>) service.get("secrets"));
            Object dependsOn = service.getOrDefault("depends_on", List.of());
            assertThat(services.keySet())
                    .containsAll(
                            dependsOn instanceof Map<?, ?> map ? (Set<String>) map.keySet() : (List<String>) dependsOn);
            if (service.get("image").toString().startsWith("asterism:")) {
                AsterismLine.parse(command(name, (List<String>) service.get("command")));
            }
        });
    }

    /** The entry point of an instance gives its name, which is known only there. */
    private static List<String> command(String service, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (service.equals("instance")) {
            command.addAll(List.of("run", "instance", "i-1", "--listen", "0.0.0.0", "--advertise", "10.0.0.1"));
        }
        command.addAll(arguments);
        return command;
    }

    private static List<String> instructions() {
        List<String> instructions = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String line : Repository.lines(Repository.packaging().resolve("docker/Dockerfile"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            boolean continues = line.endsWith("\\");
            joined.append(continues ? line.substring(0, line.length() - 1) : line);
            if (!continues) {
                instructions.add(joined.toString());
                joined.setLength(0);
            }
        }
        return instructions;
    }
}
