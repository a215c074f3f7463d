package org.asterism.deploying;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.Rollout;

/**
 * Follows a generation to its end. Bears that nobody answers for a while: the roll goes on without those who look at it.
 *
 * @param progress is told each step, in a line
 */
public record Following(DeploymentService state, Consumer<String> progress) {

    private static final long LOOK_MILLIS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Waits until it is over.
     *
     * @throws DeploymentException if it is not in time, or nobody tells
     */
    public RolloutReport await(long generation, Duration limit) throws DeploymentException, InterruptedException {
        long begin = System.nanoTime();
        long heard = begin;
        Optional<Rollout> known = Optional.empty();
        while (System.nanoTime() - begin < limit.toNanos()) {
            Optional<Rollout> now = look(generation, heard);
            if (now.isPresent()) {
                RolloutLines.between(known, now.get()).forEach(progress);
                known = now;
                heard = System.nanoTime();
            }
            if (now.isPresent() && now.get().state().isOver()) {
                return new RolloutReport(now.get(), deployments(generation));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new DeploymentException("generation " + generation + " is not on all nodes after " + limit.toSeconds()
                + " s"
                + known.map(roll -> ", it is " + RolloutLines.words(roll.state()))
                        .orElse("")
                + "; it goes on: asterism:deployments shows how far it is");
    }

    private Optional<Rollout> look(long generation, long heard) throws DeploymentException {
        try {
            return Optional.of(state.rollout(generation)
                    .orElseThrow(() -> new DeploymentException("there is no generation " + generation)));
        } catch (DeploymentException | RuntimeException e) {
            // what a remote service that does not answer throws is another thing inside of OSGi and outside
            if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                throw new DeploymentException(
                        "nobody has told for " + PATIENCE.toSeconds() + " s how the roll goes on: " + e.getMessage(),
                        e);
            }
            return Optional.empty();
        }
    }

    private List<Deployment> deployments(long generation) throws DeploymentException {
        return state.deployments(generation);
    }
}
