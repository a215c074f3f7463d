package org.asterism.bench.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.asterism.bench.BenchException;
import org.asterism.bench.member.BenchMember;
import org.asterism.cluster.MemberId;
import org.asterism.testing.cluster.InMemoryCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RolesTest {

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMembers members = new InMemoryMembers(cluster);

    @AfterEach
    void end() {
        cluster.close();
    }

    private static String ask(Role role, String command) throws Exception {
        return role.answer(List.of(command.split(" ", -1)));
    }

    @Test
    void subscribersCountAndTimeWhatTheyHear() throws Exception {
        Subscribers subscribers = new Subscribers(members);
        BenchMember publisher = members.join("client/p");
        assertThat(ask(subscribers, "open t client/s1,client/s2")).isEqualTo("2");
        byte[] now = ByteBuffer.allocate(16).putLong(System.nanoTime()).array();

        publisher.messages().publish("t", now);
        assertThat(ask(subscribers, "await 2 10000")).isEqualTo("2");
        assertThat(ask(subscribers, "count")).endsWith(" 2");
        ask(subscribers, "time");
        publisher.messages().publish("t", now);
        assertThat(ask(subscribers, "await 4 10000")).isEqualTo("4");

        String[] times = ask(subscribers, "times").split(" ", -1);
        assertThat(times[0]).isEqualTo("2");
        assertThat(Double.parseDouble(times[1])).isPositive();
    }

    @Test
    void anEchoAnswersRequests() throws Exception {
        BenchMember caller = members.join("client/c");
        assertThat(ask(new EchoMember(members), "offer client/e")).isEqualTo("client/e");
        cluster.settle();

        byte[] answer = caller.messages()
                .call(new MemberId("client/e"), EchoMember.TOPIC, new byte[] {7}, Duration.ofSeconds(10));

        assertThat(answer).containsExactly(7);
    }

    @Test
    void aCrowdKnowsWhenTheLastOfItHeardOfAJoin() throws Exception {
        Crowd crowd = new Crowd(members);
        assertThat(ask(crowd, "open client/x 3")).isEqualTo("3");
        cluster.settle();
        long before = System.nanoTime();

        members.join("client/late");

        assertThat(Long.parseLong(ask(crowd, "joined client/late 10000"))).isBetween(before, System.nanoTime());
    }

    @Test
    void aCrowdSaysHowManyDidNotHear() throws Exception {
        Crowd crowd = new Crowd(members);
        ask(crowd, "open client/x 3");

        assertThatThrownBy(() -> ask(crowd, "joined client/nobody 10"))
                .isInstanceOf(BenchException.class)
                .hasMessage("only 0 of 3 heard within 10 ms that client/nobody joined");
    }

    @Test
    void aCrowdIsWholeAgainAfterTheHubWas() throws Exception {
        Crowd crowd = new Crowd(members);
        ask(crowd, "open client/x 3");
        cluster.settle();
        long epoch = cluster.hub().cluster().view().epoch();

        cluster.stopHub();
        assertThatThrownBy(() -> ask(crowd, "whole 3 " + epoch + " 10"))
                .hasMessage("not every view is whole within 10 ms");
        long begin = System.nanoTime();
        cluster.startHub();
        cluster.everyoneIsBack();

        assertThat(Long.parseLong(ask(crowd, "whole 3 " + epoch + " 10000"))).isGreaterThan(begin);
    }
}
