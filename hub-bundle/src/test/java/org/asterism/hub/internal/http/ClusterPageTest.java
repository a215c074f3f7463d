package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.junit.jupiter.api.Test;

class ClusterPageTest {

    private static final Member NODE = new Member(
            MemberId.ofNode("a", 1),
            MemberKind.SERVER_NODE,
            "i-1",
            MemberState.UP,
            "<host>",
            42,
            "1.0.0",
            Map.of(),
            Instant.parse("2026-01-01T00:00:00Z"));
    private static final ServiceEntry SERVICE =
            new ServiceEntry("s", List.of("x.Y"), MemberId.HUB, Map.of("n", 1L, "l", List.of("v")));
    private static final ClusterView VIEW = new ClusterView(7, 9, true, false, List.of(NODE), List.of(SERVICE));

    @Test
    void theJsonHasTheKeysOfTheContract() throws Exception {
        JsonNode json = new ObjectMapper().readTree(new ClusterJson().write(VIEW));
        assertThat(json.get("epoch").asLong()).isEqualTo(7);
        assertThat(json.get("revision").asLong()).isEqualTo(9);
        assertThat(json.get("warming").asBoolean()).isTrue();
        JsonNode member = json.get("members").get(0);
        assertThat(member.get("id").asText()).isEqualTo("a/1");
        assertThat(member.get("kind").asText()).isEqualTo("server-node");
        assertThat(member.get("instance").asText()).isEqualTo("a");
        assertThat(member.get("incarnation").asText()).isEqualTo("i-1");
        assertThat(member.get("state").asText()).isEqualTo("UP");
        assertThat(member.get("pid").asLong()).isEqualTo(42);
        assertThat(member.get("since").asText()).isEqualTo("2026-01-01T00:00:00Z");
        JsonNode service = json.get("services").get(0);
        assertThat(service.toString())
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"id\":\"s\",\"interfaces\":[\"x.Y\"],\"member\":\"hub\",\"properties\":"
                                + service.get("properties") + "}")
                        .toString());
        assertThat(service.get("properties").get("l").get(0).asText()).isEqualTo("v");
    }

    @Test
    void thePageShowsBothListsAndNoForeignMarkup() {
        String page = ClusterPage.write(VIEW, new HubStatus(7, 9, true, Duration.ofSeconds(3), 1, 1, 5, 6));
        assertThat(page)
                .contains("Epoch 7, revision 9, warming", "<td>a/1</td>", "&lt;host&gt;", "<td>x.Y</td>")
                .doesNotContain("<host>");
    }
}
