package org.asterism.deploying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Target;

/**
 * Changes what is deployed. Each change returns the number of its generation, which {@link Following} follows.
 *
 * @param progress is told, in a line each, what takes its time
 */
public record Deploying(
        DeploymentAdminService admin, DeploymentService state, Upload upload, Consumer<String> progress) {

    private static final long FETCH_MINUTES = 15;

    /** What is to be put into the desired state; a file is stored by then. */
    public ChangeRequest prepare(DeployOrder order) throws IOException, DeploymentException, InterruptedException {
        List<Deployment> deployments = new ArrayList<>();
        if (order.feature().isPresent()) {
            order.targets().forEach(target -> deployments.add(feature(order, target)));
        } else {
            String sha256 = stored(order);
            for (Target target : order.targets()) {
                deployments.add(file(order, sha256, target));
            }
        }
        return ChangeRequest.put(deployments, order.who(), order.options());
    }

    /**
     * Takes deployments away.
     *
     * @param targets of those that are meant; empty if there is only one of each name
     */
    public long undeploy(List<String> names, List<Target> targets, String who, RollOptions options)
            throws DeploymentException {
        List<Deployment> there = state.deployments(state.newest());
        List<DeploymentKey> keys = new ArrayList<>();
        for (String name : names) {
            keys.addAll(targets.isEmpty() ? List.of(only(name, there)) : keys(name, targets));
        }
        return admin.apply(ChangeRequest.remove(keys, who, options));
    }

    /**
     * Goes back.
     *
     * @param generation to which; if empty to the last one that all nodes had before the newest
     */
    public long rollback(Optional<Long> generation, String who, RollOptions options) throws DeploymentException {
        return admin.rollback(generation.isPresent() ? generation.get() : former(), who, options);
    }

    private long former() throws DeploymentException {
        long newest = state.newest();
        if (newest == 0) {
            throw new DeploymentException("nothing was ever deployed, so there is nothing to go back to");
        }
        return Math.min(state.stable(), newest - 1);
    }

    private static Deployment feature(DeployOrder order, Target target) {
        String[] parts = order.feature().orElseThrow().split("/", 2);
        return Deployment.feature(parts[0], parts.length > 1 ? parts[1] : "", order.source(), target);
    }

    private Deployment file(DeployOrder order, String sha256, Target target) throws DeploymentException {
        String name = order.isFetched()
                ? order.source()
                : String.valueOf(Path.of(order.path()).getFileName());
        Deployment found = admin.describe(sha256, name, target);
        if (order.contextPath().isEmpty()) {
            return found;
        }
        if (found.kind() != DeploymentKind.WAR) {
            throw new DeploymentException(found.name() + " is a " + found.kind() + " and has no context path");
        }
        TreeMap<String, String> properties = new TreeMap<>(found.properties());
        properties.put(Deployment.CONTEXT_PATH, order.contextPath().get());
        return new Deployment(
                found.name(), found.kind(), target, found.version(), found.artifact(), found.source(), properties);
    }

    /** Under which hash the file is in the shared database now. */
    private String stored(DeployOrder order) throws IOException, DeploymentException, InterruptedException {
        return order.isFetched() ? fetched(order.source()).sha256() : sent(Path.of(order.path()));
    }

    private Artifact fetched(String url) throws DeploymentException, InterruptedException {
        progress.accept("an instance fetches " + url);
        try {
            return admin.fetch(url).toCompletableFuture().get(FETCH_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new DeploymentException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new DeploymentException("the file was not there after " + FETCH_MINUTES + " minutes: " + url, e);
        }
    }

    /** Not sent if it is there. */
    public String sent(Path file) throws IOException, DeploymentException, InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new DeploymentException("there is no file " + file.toAbsolutePath() + ", or it cannot be read");
        }
        String sha256 = FileHash.of(file);
        if (!admin.isStored(sha256)) {
            long size = Files.size(file);
            progress.accept("sending " + file.getFileName() + ", " + Sizes.text(size));
            upload.send(file, sent -> progress.accept("sent " + Sizes.text(sent) + " of " + Sizes.text(size)));
        }
        return sha256;
    }

    private static List<DeploymentKey> keys(String name, List<Target> targets) {
        return targets.stream().map(target -> new DeploymentKey(name, target)).toList();
    }

    private static DeploymentKey only(String name, List<Deployment> there) throws DeploymentException {
        List<Target> targets = there.stream()
                .filter(deployment -> deployment.name().equals(name))
                .map(Deployment::target)
                .toList();
        if (targets.isEmpty()) {
            throw new DeploymentException("nothing of the name '" + name + "' is deployed (deployed: "
                    + String.join(
                            ", ",
                            there.stream().map(Deployment::name).distinct().toList()) + ")");
        }
        if (targets.size() > 1) {
            throw new DeploymentException(
                    "'" + name + "' is deployed for each of " + targets + ": say which with --to");
        }
        return new DeploymentKey(name, targets.get(0));
    }
}
