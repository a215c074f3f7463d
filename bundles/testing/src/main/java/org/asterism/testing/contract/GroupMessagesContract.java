package org.asterism.testing.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.messaging.Answer;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.Recipients;
import org.asterism.messaging.RequestFailedException;
import org.junit.jupiter.api.Test;

/**
 * What {@link org.asterism.messaging.MessageService} promises of messages to several members and to one of several; the
 * numbers go on in {@link MessageServiceContract}.
 *
 * <ol>
 *   <li>A message to everyone, to an instance or to a kind reaches those members, the sender if it is one of them, and
 *       nobody else; it is refused if there is nobody.
 *   <li>What was accepted for several members while the hub was away arrives after its restart, once.
 *   <li>A message to one listener of a topic reaches exactly one, who is named, and each in turn; it fails at once if there
 *       is none, or no hub.
 *   <li>A request to one server of a topic is answered by each in turn; it fails at once if there is none, or no hub.
 *   <li>A request to several members collects an answer or a reason of each.
 * </ol>
 */
abstract class GroupMessagesContract extends MessagingContract {

    private static final int TURNS = 10;

    @Test
    void group01AMessageReachesThoseWhoAreMeant() throws Exception {
        ClusterMember node = joined("a/1", MemberKind.SERVER_NODE);
        ClusterMember hub = cluster.hub();
        List<String> atA = listen(a, "g");
        List<String> atB = listen(b, "g");
        List<String> atNode = listen(node, "g");
        List<String> atHub = listen(hub, "g");
        Stream.of(a, hub).forEach(from -> {
            from.messages().send(Recipients.everyone(), "g", bytes("all"));
            from.messages().send(Recipients.ofInstance("a"), "g", bytes("of a"));
            from.messages().send(Recipients.ofKind(MemberKind.SERVER_NODE), "g", bytes("nodes"));
            from.messages().send(Recipients.everyone(), "g", bytes("end"));
            from.messages().send(MemberId.HUB, "g", bytes("end"));
            soon(() -> assertThat(List.of(atA, atB, atNode, atHub))
                    .containsExactly(
                            List.of("all", "of a", "end"),
                            List.of("all", "end"),
                            List.of("all", "of a", "nodes", "end"),
                            List.of("end")));
            Stream.of(atA, atB, atNode, atHub).forEach(List::clear);
        });
        assertThatThrownBy(() -> a.messages().send(Recipients.ofKind(MemberKind.CLIENT), "g", bytes("?")))
                .isInstanceOf(NoListenerException.class);
        assertThatThrownBy(() -> a.messages().send(Recipients.ofInstance("nobody"), "g", bytes("?")))
                .isInstanceOf(NoListenerException.class);
        assertThatThrownBy(() -> a.messages().send(Recipients.everyone(), "g", tooLarge()))
                .isInstanceOf(MessageTooLargeException.class);
    }

    @Test
    void group02WhatWasAcceptedForSeveralArrivesAfterARestartOfTheHub() throws Exception {
        List<String> atA = listen(a, "g.kept");
        List<String> atB = listen(b, "g.kept");
        loseTheHub();
        a.messages().send(Recipients.everyone(), "g.kept", bytes("while"));
        cluster.startHub();
        soon(() -> assertThat(List.of(atA, atB)).containsOnly(List.of("while")));
        a.messages().send(Recipients.everyone(), "g.kept", bytes("after"));
        soon(() -> assertThat(List.of(atA, atB)).containsOnly(List.of("while", "after")));
    }

    @Test
    void group03AMessageToOneListenerGoesToEachInTurn() throws Exception {
        assertThat(failure(a.messages().sendToOne("g.one", bytes("?")))).isInstanceOf(NoListenerException.class);
        List<String> atA = listen(a, "g.one");
        List<String> atB = listen(b, "g.*");
        soon(() -> {
            result(a.messages().sendToOne("g.one", bytes("?")));
            assertThat(List.of(atA, atB)).noneMatch(List::isEmpty);
        });
        List<String> takers = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            takers.add(result(a.messages().sendToOne("g.one", bytes("" + i))).value());
        }
        assertTurns(takers);
        soon(() -> assertThat(said(atA)).isEqualTo(takenBy("a", takers)));
        soon(() -> assertThat(said(atB)).isEqualTo(takenBy("b", takers)));
        assertThat(failure(a.messages().sendToOne("g.one", tooLarge()))).isInstanceOf(MessageTooLargeException.class);
        loseTheHub();
        assertThat(failure(a.messages().sendToOne("g.one", bytes("?")))).isInstanceOf(HubUnavailableException.class);
    }

    @Test
    void group04ARequestToOneServerGoesToEachInTurn() throws Exception {
        assertThat(failure(askOne("g.ask"))).isInstanceOf(NoListenerException.class);
        serveName(a, "g.ask");
        serveName(b, "g.ask");
        List<String> found = new CopyOnWriteArrayList<>();
        soon(() -> {
            found.add(answer(askOne("g.ask")));
            assertThat(found).contains("a", "b");
        });
        List<String> takers = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            takers.add(answer(askOne("g.ask")));
        }
        assertTurns(takers);
        loseTheHub();
        assertThat(failure(askOne("g.ask"))).isInstanceOf(HubUnavailableException.class);
    }

    @Test
    void group05ARequestToSeveralCollectsWhatBecameOfEach() throws Exception {
        ClusterMember node = joined("a/1", MemberKind.SERVER_NODE);
        ClusterMember doomed = joined("c", MemberKind.INSTANCE);
        List<String> asked = new CopyOnWriteArrayList<>();
        serveName(a, "g.all");
        serve(b, "g.all", payload -> CompletableFuture.failedFuture(new IllegalStateException("out of stock")));
        serveNever(doomed, "g.all", asked);
        CompletionStage<Map<MemberId, Answer>> all =
                a.messages().requestAll(Recipients.everyone(), "g.all", bytes("?"), LONG);
        soon(() -> assertThat(asked).containsExactly("c"));
        cluster.kill(doomed);
        Map<MemberId, Answer> answers = result(all);
        assertThat(answers).containsOnlyKeys(a.id(), b.id(), node.id(), doomed.id());
        assertThat(answers.get(a.id()))
                .isInstanceOfSatisfying(Answer.Replied.class, reply -> assertThat(new String(reply.payload(), UTF_8))
                        .isEqualTo("a"));
        assertThat(reason(answers.get(b.id())))
                .isInstanceOf(RequestFailedException.class)
                .hasMessage("out of stock");
        assertThat(reason(answers.get(node.id()))).isInstanceOf(NoListenerException.class);
        assertThat(reason(answers.get(doomed.id()))).isInstanceOf(ListenerDiedException.class);
        assertThat(result(a.messages().requestAll(Recipients.ofKind(MemberKind.CLIENT), "g.all", bytes("?"), LONG)))
                .isEmpty();
        loseTheHub();
        assertThat(result(a.messages().requestAll(Recipients.ofInstance("b"), "g.all", bytes("?"), LONG)))
                .hasSize(1)
                .allSatisfy((id, answer) -> assertThat(reason(answer)).isInstanceOf(HubUnavailableException.class));
    }

    private ClusterMember joined(String id, MemberKind kind) throws Exception {
        ClusterMember member = cluster.join(id, kind);
        soon(() -> assertThat(List.of(ids(a), ids(b), ids(cluster.hub())))
                .allSatisfy(known -> assertThat(known).contains(id)));
        return member;
    }

    private CompletionStage<byte[]> askOne(String topic) {
        return a.messages().requestOne(topic, bytes("?"), LONG);
    }

    private byte[] tooLarge() {
        return new byte[cluster.maxPayload() + 1];
    }

    /** Nobody is left out for long. */
    private static void assertTurns(List<String> takers) {
        assertThat(takers).hasSize(TURNS).containsOnly("a", "b");
        assertThat(Collections.frequency(takers, "a")).isBetween(TURNS / 2 - 1, TURNS / 2 + 1);
    }

    private static List<String> takenBy(String id, List<String> takers) {
        return Stream.iterate(0, i -> i < takers.size(), i -> i + 1)
                .filter(i -> takers.get(i).equals(id))
                .map(String::valueOf)
                .toList();
    }

    private static MessagingException reason(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).reason();
    }
}
