package org.asterism.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private static final Member INSTANCE = Examples.VIEW.members().get(0);
    private static final Member NODE = Examples.VIEW.members().get(1);
    private static final ServiceEntry OF_A = Examples.VIEW.services().get(1);

    @ParameterizedTest
    @CsvSource({
        "'', a a/1 | lock-server x-1",
        "id=a, a | x-1",
        "id=hub, ' | lock-server'",
        "id=a id=hub, a | lock-server x-1",
        "kind=server-node, a/1 | ",
        "kind=hub kind=instance, a | lock-server x-1",
        "instance=a, a a/1 | x-1",
        "instance=b, ' | '",
        "state=joining, a/1 | ",
        "label=zone:eu, a | x-1",
        "label=zone:eu label=rack:8, ' | '",
        "interface=LockServer, a a/1 | lock-server",
        "interface=com.example.Other, a a/1 | x-1"
    })
    void choosesMembersAndWhatTheyOffer(String words, String chosen) {
        ClusterView view = selection(words).of(Examples.VIEW);

        List<String> members =
                view.members().stream().map(member -> member.id().value()).toList();
        List<String> services = view.services().stream().map(ServiceEntry::id).toList();
        assertThat((String.join(" ", members) + " | " + String.join(" ", services)).strip())
                .isEqualTo(chosen.strip());
    }

    @Test
    void aChangeIsChosenBeforeOrAfter() {
        Member up = NODE.withState(MemberState.UP);
        ClusterEvent changed = new ClusterEvent.MemberChanged(NODE, up);

        assertThat(chooses("state=joining", changed)).isTrue();
        assertThat(chooses("state=up", changed)).isTrue();
        assertThat(chooses("state=draining", changed)).isFalse();
    }

    @Test
    void whatIsGoneIsChosenByWhatItWas() {
        ClusterView without = new ClusterView(7, 43, false, false, List.of(NODE), List.of());

        assertThat(selection("kind=instance").chooses(new ClusterEvent.MemberLeft(INSTANCE), Examples.VIEW, without))
                .isTrue();
        assertThat(selection("kind=instance").chooses(new ClusterEvent.ServiceRemoved(OF_A), Examples.VIEW, without))
                .isTrue();
        assertThat(selection("kind=client").chooses(new ClusterEvent.ServiceRemoved(OF_A), Examples.VIEW, without))
                .isFalse();
    }

    @Test
    void aChoiceOfInterfacesLeavesMembersOut() {
        assertThat(chooses("interface=ServerNode", new ClusterEvent.MemberLost(INSTANCE, "x")))
                .isFalse();
        assertThat(chooses("interface=ServerNode", new ClusterEvent.ServiceAdded(OF_A)))
                .isTrue();
        assertThat(chooses("interface=LockServer", new ClusterEvent.ServiceAdded(OF_A)))
                .isFalse();
    }

    @Test
    void changesOfTheHubAreAlwaysChosen() {
        assertThat(chooses("kind=client", new ClusterEvent.HubDisconnected("x")))
                .isTrue();
        assertThat(chooses("id=b", new ClusterEvent.ViewSettled(true))).isTrue();
    }

    @Test
    void aDeathIsChosenById() {
        ClusterEvent died = new ClusterEvent.MemberDied(NODE.id(), "i-1022", "x");

        assertThat(chooses("id=a/1", died)).isTrue();
        assertThat(chooses("id=a", died)).isFalse();
        assertThat(chooses("instance=a", died)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "kind=node, not a member kind: 'node'",
        "state=gone, 'not a member state: ''gone'' (expected JOINING, UP or DRAINING)'",
        "label=zone, not a label: 'zone' (expected name:value)",
        "id=A!, 'not a member id: ''A!'' (expected a, a-b or a/1)'"
    })
    void saysWhatIsWrong(String words, String message) {
        assertThatThrownBy(() -> selection(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static boolean chooses(String words, ClusterEvent event) {
        return selection(words).chooses(event, Examples.VIEW, Examples.VIEW);
    }

    private static Selection selection(String words) {
        return Selection.of(
                values(words, "id"),
                values(words, "kind"),
                values(words, "instance"),
                values(words, "state"),
                values(words, "label"),
                values(words, "interface"));
    }

    private static List<String> values(String words, String name) {
        return List.of(words.split(" ")).stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .toList();
    }
}
