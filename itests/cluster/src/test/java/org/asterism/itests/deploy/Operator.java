package org.asterism.itests.deploy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.asterism.cluster.MemberId;
import org.asterism.connect.AsterismClient;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.Target;
import org.asterism.itests.harness.Star;
import org.awaitility.core.ConditionTimeoutException;

/** Deploys to a cluster from outside, by its services. What it has deployed goes when it is closed. */
public final class Operator implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final AsterismClient client;
    private final DeploymentAdminService admin;
    private final DeploymentService deployments;
    private final long before;

    private Operator(AsterismClient client) throws Exception {
        this.client = client;
        this.admin = client.awaitService(DeploymentAdminService.class, LIMIT).orElseThrow();
        this.deployments = client.awaitService(DeploymentService.class, LIMIT).orElseThrow();
        this.before = deployments.newest();
    }

    public static Operator of(Star star) throws Exception {
        String secret = Files.readString(star.secret()).strip();
        return new Operator(AsterismClient.connect(List.of(star.hubUrl(1)), secret));
    }

    public DeploymentService deployments() {
        return deployments;
    }

    public DeploymentAdminService admin() {
        return admin;
    }

    /** Sends a file to an instance and says what it is. */
    public Deployment send(Path file) throws Exception {
        try (InputStream content = Files.newInputStream(file)) {
            client.bulk()
                    .send(new MemberId("a"), DeploymentAdminService.UPLOAD_TOPIC, content, Duration.ofSeconds(30))
                    .toCompletableFuture()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        return admin.describe(hash(file), file.getFileName().toString(), Target.CLUSTER);
    }

    private static String hash(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }

    /** Begins; returns the new generation. */
    public long begin(RollOptions options, Deployment... what) throws DeploymentException {
        return admin.apply(ChangeRequest.put(Arrays.asList(what), "itest", options));
    }

    public Rollout deploy(RollOptions options, Deployment... what) throws DeploymentException {
        return awaitEnd(begin(options, what));
    }

    public Rollout undeploy(String... names) throws DeploymentException {
        return awaitEnd(admin.apply(ChangeRequest.remove(
                Arrays.stream(names)
                        .map(name -> new DeploymentKey(name, Target.CLUSTER))
                        .toList(),
                "itest",
                RollOptions.ROLLING)));
    }

    /** Waits until nothing more happens with a generation. */
    public Rollout awaitEnd(long generation) {
        return awaitRollout(generation, "generation " + generation + " is over", rollout -> rollout.state()
                .isOver());
    }

    public Rollout awaitRollout(long generation, String what, Predicate<Rollout> condition) {
        return await(what)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions() // the instance that is asked may be killed meanwhile
                .until(() -> deployments.rollout(generation).orElseThrow(), condition);
    }

    /** Whatever was there when it came is there again, on all nodes. */
    @Override
    public void close() throws IOException {
        try (client) {
            if (deployments.newest() != before) {
                awaitEnd(admin.rollback(before, "itest", RollOptions.ROLLING.withAtOnce(true)));
            }
        } catch (DeploymentException | ConditionTimeoutException e) {
            throw new IOException("the cluster is not as it was before", e);
        }
    }
}
