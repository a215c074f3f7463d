package org.asterism.testing.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.Drift;
import org.asterism.deployment.Generation;
import org.asterism.deployment.NodePlan;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.NodeReport;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.RolloutState;
import org.asterism.deployment.Target;

/**
 * A desired state without a database and without nodes: each change is at once on the only node, {@code a/1}, unless it is said that
 * rolls fail. A file is called what its name says up to the first dash or dot. Thread-safe.
 */
public final class InMemoryDeployments implements DeploymentAdminService, DeploymentService {

    private static final MemberId NODE = MemberId.ofNode("a", 1);

    private final List<Map<DeploymentKey, Deployment>> generations = new ArrayList<>(List.of(Map.of()));
    private final List<ChangeRequest> changes = new ArrayList<>();
    private final Map<String, Long> stored = new LinkedHashMap<>();
    private boolean failing;

    /** A file is there. */
    public synchronized void store(String sha256, long size) {
        stored.put(sha256, size);
    }

    /** From now on no roll succeeds. */
    public synchronized void failRolls() {
        failing = true;
    }

    /** All changes but those that went back, oldest first. */
    public synchronized List<ChangeRequest> changes() {
        return List.copyOf(changes);
    }

    @Override
    public synchronized boolean isStored(String sha256) {
        return stored.containsKey(sha256);
    }

    /** Fetches a file of one byte whose hash is made of the URL. */
    @Override
    public synchronized CompletionStage<Artifact> fetch(String url) {
        Artifact artifact = new Artifact(String.format("%064x", url.hashCode() & 0xffffffffL), 1);
        stored.put(artifact.sha256(), artifact.size());
        return CompletableFuture.completedFuture(artifact);
    }

    @Override
    public synchronized Deployment describe(String sha256, String source, Target target) throws DeploymentException {
        if (!isStored(sha256)) {
            throw new DeploymentException("the file is not stored");
        }
        String file = source.substring(source.lastIndexOf('/') + 1);
        String name = file.split("[-.]", 2)[0];
        DeploymentKind kind = file.endsWith(".war") ? DeploymentKind.WAR : DeploymentKind.BUNDLE;
        if (name.equals("broken")) {
            throw new DeploymentException("it is nothing that can be deployed");
        }
        return Deployment.file(name, kind, target, "1.0.0", new Artifact(sha256, stored.get(sha256)), source);
    }

    @Override
    public synchronized long apply(ChangeRequest request) throws DeploymentException {
        if (request.basis().isPresent() && request.basis().get() != newest()) {
            throw new DeploymentException(
                    "there is a newer generation than " + request.basis().get());
        }
        Map<DeploymentKey, Deployment> next = new TreeMap<>(generations.get(generations.size() - 1));
        for (DeploymentKey key : request.remove()) {
            if (next.remove(key) == null) {
                throw new DeploymentException(key + " is not deployed");
            }
        }
        request.put().forEach(deployment -> next.put(deployment.key(), deployment));
        changes.add(request);
        return add(next);
    }

    @Override
    public synchronized long rollback(long generation, String who, RollOptions options) throws DeploymentException {
        if (generation < 0 || generation > newest()) {
            throw new DeploymentException("there is no generation " + generation);
        }
        return add(generations.get((int) generation));
    }

    private long add(Map<DeploymentKey, Deployment> next) throws DeploymentException {
        if (next.equals(generations.get(generations.size() - 1))) {
            throw new DeploymentException("nothing would change");
        }
        generations.add(next);
        return newest();
    }

    @Override
    public List<NodePlan> plan(ChangeRequest request) {
        List<String> lines =
                request.put().stream().map(one -> "installs " + one.key()).toList();
        return List.of(new NodePlan(NODE, lines, List.of(), List.of()));
    }

    @Override
    public synchronized long newest() {
        return generations.size() - 1L;
    }

    @Override
    public synchronized long stable() {
        return failing ? Math.max(0, newest() - 1) : newest();
    }

    @Override
    public synchronized List<Generation> generations(int limit) {
        List<Generation> all = new ArrayList<>();
        for (long number = newest(); number > 0 && all.size() < limit; number--) {
            all.add(new Generation(number, "eve at a", "a change", Instant.EPOCH));
        }
        return all;
    }

    @Override
    public synchronized List<Deployment> deployments(long generation) throws DeploymentException {
        if (generation < 0 || generation > newest()) {
            throw new DeploymentException("there is no generation " + generation);
        }
        return List.copyOf(generations.get((int) generation).values());
    }

    @Override
    public synchronized Optional<Rollout> rollout(long generation) {
        if (generation < 1 || generation > newest()) {
            return Optional.empty();
        }
        NodeStep step = failing ? NodeStep.WENT_BACK : NodeStep.DONE;
        String reason = failing ? "a/1 was not healthy with it" : "";
        return Optional.of(new Rollout(
                generation,
                generation - 1,
                failing ? RolloutState.FAILED : RolloutState.DONE,
                reason,
                Optional.of(new MemberId("a")),
                RollOptions.ROLLING,
                List.of(new NodeProgress(NODE, step, reason, Instant.EPOCH)),
                Instant.EPOCH));
    }

    @Override
    public synchronized List<NodeReport> nodes() {
        return List.of(new NodeReport(NODE, newest(), false, "", true, Instant.EPOCH));
    }

    @Override
    public List<Drift> drift() {
        return List.of();
    }
}
