package org.asterism.hub.internal;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.ControlMessage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of hubs, processes and links. {@link ModelHub}, {@link ModelNode} and {@link ListenerOracle} check after
 * each step: revisions have no gap, the lists are what was announced and everyone in them is connected, nobody is lost who
 * lives and is connected, each listener hears each change once and in order, epochs grow. When it is calm, all views are one.
 */
class MembershipModelTest {

    private static final List<String> IDS = List.of("a", "a/1", "a/2", "b", "b/1");
    private static final int HISTORIES = Integer.getInteger("asterism.histories", 100);
    private static final int STEPS = 400;

    static LongStream seeds() {
        long first = Long.getLong("asterism.seed", System.nanoTime());
        return LongStream.range(first, first + (Long.getLong("asterism.seed") == null ? HISTORIES : 1));
    }

    @ParameterizedTest(name = "asterism.seed={0}")
    @MethodSource("seeds")
    @Timeout(30)
    void theListsAreTrue(long seed) {
        try {
            history(new Random(seed));
        } catch (AssertionError e) {
            throw new AssertionError("repeat it with -Dasterism.seed=" + seed, e);
        }
    }

    private static void history(Random random) {
        World world = new World(random, random.nextBoolean());
        for (int i = 0; i < STEPS; i++) {
            step(world, random);
        }
        world.calm();
        world.verifyCalm();
    }

    private static void step(World world, Random random) {
        int dice = random.nextInt(100);
        if (dice < 50) {
            any(world.links(), random, random.nextBoolean() ? ModelLink::deliverToHub : ModelLink::deliverToNode);
        } else if (dice < 64) {
            any(world.nodes().stream().filter(node -> node.link().isEmpty()).toList(), random, world::connect);
        } else if (dice < 85) {
            process(world, random);
        } else if (dice < 90) {
            any(world.links(), random, random.nextBoolean() ? ModelLink::repeatToNode : ModelLink::loseEvent);
        } else if (dice < 92) {
            hub(world, random);
        } else {
            world.pass(Duration.ofMillis(random.nextInt(random.nextBoolean() ? 100 : 2000)));
        }
    }

    private static void process(World world, Random random) {
        String id = IDS.get(random.nextInt(IDS.size()));
        boolean lives = world.nodes().stream()
                .anyMatch(node -> node.member().id().value().equals(id));
        if (!lives || world.chance(100)) {
            world.startProcess(id);
            return;
        }
        int dice = random.nextInt(20);
        any(world.nodes(), random, node -> {
            if (dice < 8) {
                node.publish(node.member().id() + "." + random.nextInt(3), random.nextInt(3));
            } else if (dice < 11) {
                node.unpublishOne();
            } else if (dice < 13) {
                node.state(random.nextBoolean() ? MemberState.UP : MemberState.DRAINING);
            } else if (dice < 15) {
                any(world.dead(), random, life -> node.say(new ControlMessage.ReportDeath(life)));
            } else if (dice < 18) {
                node.close(random.nextBoolean());
            } else if (dice < 19) {
                world.kill(node);
            } else {
                world.leave(node);
            }
        });
    }

    private static void hub(World world, Random random) {
        if (world.arbitrated() && random.nextBoolean()) {
            any(world.running(), random, ModelHub::stop);
        }
        if (!world.newest().running() || random.nextBoolean()) {
            world.startHub();
        }
    }

    private static <T> void any(List<T> those, Random random, Consumer<? super T> action) {
        if (!those.isEmpty()) {
            action.accept(those.get(random.nextInt(those.size())));
        }
    }
}
