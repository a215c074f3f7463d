package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.asterism.itests.harness.Command;
import org.asterism.itests.harness.Command.Result;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drill that users have, {@code asterism drill locks}: while processes take locks in every way there is, the hub and they are
 * killed and stopped and their connections cut, frozen and slowed down. {@code asterism.faults} says how often,
 * {@code asterism.seed} repeats it.
 */
class LocksSurviveEveryFault {

    private static final Logger LOG = LoggerFactory.getLogger(LocksSurviveEveryFault.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAULTS = Integer.getInteger("asterism.faults", 12);
    private static final int FAULTS_OF_A_CLUSTER = Math.max(5, FAULTS / 10);
    private static final Duration EACH = Duration.ofSeconds(15);
    private static final Duration FOR_THE_REST = Duration.ofMinutes(3);

    private final long seed = Long.getLong("asterism.seed", System.nanoTime());

    @Test
    void withAHubOfItsOwn() throws Exception {
        judge(FAULTS, Command.asterism(words(FAULTS)).run(limit(FAULTS)));
    }

    /** Here also instances and server nodes die, whose places in the new hub's grace window stay empty. */
    @Test
    @ExtendWith(SharedStar.class)
    void inAWholeCluster(Star star) throws Exception {
        List<String> words = words(
                FAULTS_OF_A_CLUSTER,
                "--on-this-cluster",
                "--faults",
                "hub-kill,node-kill,instance-kill,worker-kill,worker-pause,wire-cut",
                "--workers",
                "2",
                "--base",
                star.base().toString());

        judge(FAULTS_OF_A_CLUSTER, Command.asterism(words).run(limit(FAULTS_OF_A_CLUSTER)));
    }

    private void judge(int faults, Result result) throws Exception {
        assertThat(result.out()).as("%s", result).startsWith("{");
        JsonNode verdict = JSON.readTree(result.out());
        LOG.info(
                "{} faults in {} s, asterism.seed={}: {}",
                faults,
                verdict.get("seconds"),
                verdict.get("seed"),
                verdict.get("counts"));
        assertThat(verdict.get("violations").toPrettyString())
                .as("asterism.seed=%s, %s", seed, result.err())
                .isEqualTo("[ ]");
        assertThat(result.exit()).isZero();
        assertThat(StreamSupport.stream(verdict.get("faults").spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(faults);
        assertThat(verdict.get("counts").get("granted").asInt()).isGreaterThan(10 * faults);
        assertThat(verdict.get("counts").get("written").asInt()).isPositive();
    }

    private List<String> words(int faults, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "drill", "locks", "--json", "--seed", Long.toString(seed), "--count", Integer.toString(faults)));
        words.addAll(List.of(more));
        return words;
    }

    private static Duration limit(int faults) {
        return EACH.multipliedBy(faults).plus(FOR_THE_REST);
    }
}
