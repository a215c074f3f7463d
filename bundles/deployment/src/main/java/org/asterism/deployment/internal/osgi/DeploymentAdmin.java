package org.asterism.deployment.internal.osgi;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.NodePlan;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Target;
import org.asterism.deployment.internal.DesiredState;

/** Changes what is in the database, and tells everyone to look. */
public final class DeploymentAdmin implements DeploymentAdminService {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 60_000;
    private static final Set<String> PROTOCOLS = Set.of("mvn", "http", "https");

    private final Tables tables;
    private final RemoteNodes nodes;
    private final Announcement announcement;
    private final Executor executor;

    /** @param executor where files are fetched */
    DeploymentAdmin(Tables tables, RemoteNodes nodes, Announcement announcement, Executor executor) {
        this.tables = tables;
        this.nodes = nodes;
        this.announcement = announcement;
        this.executor = executor;
    }

    @Override
    public boolean isStored(String sha256) throws DeploymentException {
        return tables.artifacts().contains(sha256);
    }

    @Override
    public CompletionStage<Artifact> fetch(String url) {
        CompletableFuture<Artifact> fetched = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                fetched.complete(fetchNow(url));
            } catch (DeploymentException | RuntimeException e) {
                fetched.completeExceptionally(e);
            }
        });
        return fetched;
    }

    private Artifact fetchNow(String url) throws DeploymentException {
        if (!PROTOCOLS.contains(url.split(":", 2)[0])) {
            throw new DeploymentException("'" + url + "' is no mvn:, https: or http: URL; send a file instead");
        }
        try {
            URLConnection connection = new URL(url).openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            try (InputStream content = new BufferedInputStream(connection.getInputStream())) {
                return tables.artifacts().put(content);
            }
        } catch (IOException e) {
            throw new DeploymentException(url + " could not be fetched from this instance: " + e.getMessage(), e);
        }
    }

    @Override
    public Deployment describe(String sha256, String source, Target target) throws DeploymentException {
        Artifact artifact = tables.artifacts()
                .find(sha256)
                .orElseThrow(
                        () -> new DeploymentException("no file with SHA-256 " + sha256 + " is stored; send it first"));
        return new StoredFile(tables.artifacts(), artifact, source).describe(target);
    }

    @Override
    public long apply(ChangeRequest request) throws DeploymentException {
        return announced(tables.generations().change(request));
    }

    @Override
    public long rollback(long generation, String who, RollOptions options) throws DeploymentException {
        return announced(tables.generations().rollback(generation, who, options));
    }

    private long announced(long generation) {
        announcement.tell(generation);
        return generation;
    }

    /** Nodes for which the same is deployed differ in nothing that matters here: one of them is asked. */
    @Override
    public List<NodePlan> plan(ChangeRequest request) throws DeploymentException {
        DesiredState wanted =
                tables.generations().state(tables.generations().newest()).changed(request);
        Set<Object> asked = new HashSet<>();
        List<NodePlan> plans = new ArrayList<>();
        for (MemberId node : nodes.statuses().keySet()) {
            if (asked.add(wanted.on(node))) {
                Optional<NodePlan> plan = nodes.plan(node, wanted.deployments());
                plan.ifPresent(plans::add);
            }
        }
        if (plans.isEmpty()) {
            throw new DeploymentException("no server node is there to be asked; look at asterism:nodes");
        }
        return plans;
    }
}
