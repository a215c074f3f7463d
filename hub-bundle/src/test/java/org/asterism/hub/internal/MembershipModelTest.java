package org.asterism.hub.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.asterism.hub.internal.World.Node;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Life;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Joins, losses, restarts and deaths at random: no ghost, no gap, nobody lost who lives. */
class MembershipModelTest {

    private static final List<String> IDS = List.of("a", "a/1", "a/2", "b", "b/1");
    private static final int STEPS = 200;

    static LongStream seeds() {
        long first = Long.getLong("asterism.seed", System.nanoTime());
        return LongStream.range(first, first + 50);
    }

    @ParameterizedTest(name = "asterism.seed={0}")
    @MethodSource("seeds")
    void theListsAreTrue(long seed) {
        Random random = new Random(seed);
        World world = new World();
        for (int i = 0; i < STEPS; i++) {
            step(world, random);
            world.verify();
        }
        reconnectEveryone(world);
        world.pass(World.GRACE);
        world.verify();
        assertThat(world.snapshot().warming()).isFalse();
        assertThat(world.snapshot().members()).hasSize(world.nodes().size());
    }

    private static void step(World world, Random random) {
        String id = IDS.get(random.nextInt(IDS.size()));
        Node node = world.nodes().get(id);
        int dice = random.nextInt(100);
        if (node == null) {
            world.startProcess(id);
        } else if (dice < 45 && !node.registered) {
            world.connect(node);
        } else if (dice < 55 && node.registered) {
            world.close(node);
        } else if (dice < 62) {
            world.killProcess(id);
        } else if (dice < 66) {
            restartHub(world, random);
        } else if (dice < 74) {
            world.publish(node, id + "." + random.nextInt(3));
        } else if (dice < 80) {
            node.services.stream().findFirst().ifPresent(service -> world.unpublish(node, service));
        } else if (dice < 88 && node.registered && !world.dead().isEmpty()) {
            Life life = world.dead().get(random.nextInt(world.dead().size()));
            world.say(node, new ControlMessage.ReportDeath(life));
        } else {
            world.pass(Duration.ofMillis(random.nextInt(2000)));
        }
    }

    /** By a clock that may go back or stand still. */
    private static void restartHub(World world, Random random) {
        long epoch = world.snapshot().epoch();
        world.startHub(Math.max(1, epoch + random.nextInt(3) - 1));
        List<Node> returning = List.copyOf(world.nodes().values());
        returning.stream().filter(node -> random.nextInt(3) > 0).forEach(node -> {
            long seen = node.mirror.view().epoch();
            world.connect(node);
            assertThat(world.snapshot().epoch()).isGreaterThan(seen);
        });
    }

    private static void reconnectEveryone(World world) {
        List.copyOf(world.nodes().values()).stream()
                .filter(node -> !node.registered)
                .forEach(world::connect);
    }
}
