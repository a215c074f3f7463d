package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.cluster.ClusterView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    private static final String[] KNOWN = {"member", "kind", "instance", "state", "label", "interface"};

    @ParameterizedTest
    @CsvSource({
        "'', a a/1 b client/x-1 | node-a node-b s",
        "kind=instance, a b | node-a node-b",
        "kind=instance&kind=hub, a b | node-a node-b s",
        "kind=hub, ' | s'",
        "instance=a, a a/1 | node-a",
        "state=draining, a/1 | ",
        "state=UP&state=JOINING, a b client/x-1 | node-a node-b",
        "label=zone:eu, a | node-a",
        "label=zone:eu&label=rack:8, ' | '",
        "member=b&member=hub, b | node-b s",
        "interface=x.Y, a a/1 b client/x-1 | s",
        "interface=ServerNode&instance=b, b | node-b"
    })
    void choosesMembersAndWhatTheyOffer(String query, String chosen) throws Exception {
        ClusterView view = parameters(query).selection().of(Examples.VIEW);

        List<String> members =
                view.members().stream().map(member -> member.id().value()).toList();
        List<String> services =
                view.services().stream().map(service -> service.id()).toList();
        assertThat((String.join(" ", members) + " | " + String.join(" ", services)).strip())
                .isEqualTo(chosen.strip());
    }

    @Test
    void oneIsGivenOnce() throws Exception {
        assertThat(parameters("kind=hub").one("kind")).contains("hub");
        assertThat(parameters("kind=hub").one("state")).isEmpty();
        assertThatThrownBy(() -> parameters("kind=hub&kind=client").one("kind"))
                .isInstanceOf(BadParameterException.class)
                .hasMessage("not a parameter to be given several times: kind");
        assertThatThrownBy(() -> parameters("state=x").one("state", Integer::valueOf))
                .isInstanceOf(BadParameterException.class)
                .hasMessageContaining("\"x\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kind=node; not a member kind: 'node'",
                "state=GONE; not a member state: 'GONE' (expected JOINING, UP or DRAINING)",
                "label=zone; not a label: 'zone' (expected name:value)",
                "color=red; not a parameter here: color (known: member, kind, instance, state, label, interface)"
            })
    void saysWhatIsWrong(String query, String message) {
        assertThatThrownBy(() -> parameters(query).selection())
                .isInstanceOf(BadParameterException.class)
                .hasMessage(message);
    }

    private static Parameters parameters(String query) throws BadParameterException {
        Map<String, List<String>> values = new TreeMap<>();
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            values.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        Map<String, String[]> parameters = new TreeMap<>();
        values.forEach((name, list) -> parameters.put(name, list.toArray(String[]::new)));
        return Parameters.of(parameters, KNOWN);
    }
}
