package org.asterism.deploying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Target;
import org.asterism.testing.deployment.InMemoryDeployments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeployingTest {

    private static final String WHO = "eve at a";

    private final InMemoryDeployments cluster = new InMemoryDeployments();
    private final List<String> lines = new ArrayList<>();
    private final List<Path> sent = new ArrayList<>();
    private final Deploying deploying = new Deploying(
            cluster,
            cluster,
            (file, progress) -> {
                sent.add(file);
                cluster.store(FileHash.of(file), Files.size(file));
            },
            lines::add);

    @TempDir
    private Path directory;

    @Test
    void aFileIsSentOnceAndDeployedForEachTarget() throws Exception {
        Path file = Files.writeString(directory.resolve("shop-1.0.war"), "content");

        assertThat(deploy(file.toString(), "a,b/1")).isEqualTo(1);
        assertThat(deploy(file.toUri().toString(), "cluster")).isEqualTo(2);

        assertThat(sent).containsExactly(file);
        assertThat(lines).containsExactly("sending shop-1.0.war, 7 bytes");
        assertThat(cluster.deployments(2))
                .extracting(deployment -> deployment.key().toString())
                .containsExactly("shop", "shop (a)", "shop (b/1)");
    }

    @Test
    void aUrlIsFetchedByAnInstance() throws Exception {
        deploy("mvn:com.example/shop.war", "cluster");

        assertThat(sent).isEmpty();
        assertThat(cluster.deployments(1)).extracting(Deployment::source).containsExactly("mvn:com.example/shop.war");
    }

    @Test
    void aFeatureIsItsNameAndRepository() throws Exception {
        DeployOrder order = new DeployOrder(
                "mvn:x/y/1/xml/features",
                Optional.of("shop/1.1"),
                Optional.empty(),
                List.of(Target.CLUSTER),
                WHO,
                RollOptions.ROLLING);

        assertThat(deploying.prepare(order).put())
                .containsExactly(Deployment.feature("shop", "1.1", "mvn:x/y/1/xml/features", Target.CLUSTER));
    }

    @Test
    void aWebApplicationMayGetAnotherContextPath() throws Exception {
        DeployOrder order = new DeployOrder(
                "https://example.com/shop.war",
                Optional.empty(),
                Optional.of("/store"),
                List.of(Target.CLUSTER),
                WHO,
                RollOptions.ROLLING);

        assertThat(deploying.prepare(order).put().get(0).properties()).isEqualTo(Map.of("context.path", "/store"));
        assertThatThrownBy(() -> deploying.prepare(new DeployOrder(
                        "https://example.com/shop.jar",
                        Optional.empty(),
                        Optional.of("/store"),
                        List.of(Target.CLUSTER),
                        WHO,
                        RollOptions.ROLLING)))
                .hasMessage("shop is a BUNDLE and has no context path");
    }

    @Test
    void whatIsMissingOrAmbiguousIsSaid() throws Exception {
        assertThatThrownBy(() -> deploy(directory.resolve("none.war").toString(), "cluster"))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("there is no file ");
        deploy("mvn:x/shop.war", "a,b");
        assertThatThrownBy(() -> undeploy("shop"))
                .hasMessage("'shop' is deployed for each of [a, b]: say which with --to");
        assertThatThrownBy(() -> undeploy("crm")).hasMessage("nothing of the name 'crm' is deployed (deployed: shop)");
        assertThatThrownBy(() -> deploy("x.war", "A"))
                .hasMessage("not a target: 'A' (expected cluster, an instance such as a, or a node such as a/1)");
        assertThatThrownBy(() -> new DeployOrder(
                        "shop.xml",
                        Optional.of("shop"),
                        Optional.empty(),
                        List.of(Target.CLUSTER),
                        WHO,
                        RollOptions.ROLLING))
                .hasMessageContaining("is a URL that every node can read");
    }

    @Test
    void undeployTakesTheOnlyOneOrThoseThatAreNamed() throws Exception {
        deploy("mvn:x/shop.war", "a");
        undeploy("shop");
        assertThat(cluster.deployments(2)).isEmpty();

        deploy("mvn:x/shop.war", "a,b");
        deploying.undeploy(List.of("shop"), Targets.parse(List.of("b")), WHO, RollOptions.ROLLING);
        assertThat(cluster.deployments(4)).extracting(Deployment::target).containsExactly(Target.parse("a"));
    }

    @Test
    void rollbackGoesToTheOneBefore() throws Exception {
        assertThatThrownBy(() -> rollback(Optional.empty())).hasMessageStartingWith("nothing was ever deployed");
        deploy("mvn:x/shop.war", "cluster");
        deploy("mvn:x/crm.war", "cluster");

        assertThat(rollback(Optional.empty())).isEqualTo(3);
        assertThat(cluster.deployments(3)).extracting(Deployment::name).containsExactly("shop");
        rollback(Optional.of(2L));
        assertThat(cluster.deployments(4)).extracting(Deployment::name).containsExactly("crm", "shop");
    }

    @Test
    void aRollIsFollowedToItsEnd() throws Exception {
        deploy("mvn:x/shop.war", "cluster");
        lines.clear();

        RolloutReport report = new Following(cluster, lines::add).await(1, Duration.ofSeconds(20));

        assertThat(report.succeeded()).isTrue();
        assertThat(lines).containsExactly("generation 1 is done", "a/1 is done");
        cluster.failRolls();
        RolloutReport failed = new Following(cluster, lines::add).await(1, Duration.ofSeconds(20));
        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.text()).isEqualTo("""
                NODE  STEP       WHY
                a/1   went back  a/1 was not healthy with it

                generation 1 is failed: a/1 was not healthy with it
                """);
    }

    @Test
    void configurationsAreMergedByKeyAndCountByScope() throws Exception {
        set("com.example.shop", "cluster", List.of("currency=EUR", "db.password=x=y"), List.of());
        set("com.example.shop", "cluster", List.of("tax=19"), List.of("currency"));
        set("com.example.shop", "a/1", List.of("currency=CHF"), List.of());
        Configurations all = Configurations.newest(cluster);

        assertThat(ConfigurationListing.all(all, Optional.empty()).text()).isEqualTo("""
                PID               KEY          VALUE     FROM
                com.example.shop  db.password  ********  cluster
                com.example.shop  tax          19        cluster
                com.example.shop  currency     CHF       node a/1
                """);
        assertThat(ConfigurationListing.on(all, Optional.empty(), new MemberId("a/1"))
                        .text())
                .contains("CHF", "node a/1")
                .doesNotContain("tax");
        assertThat(ConfigurationListing.on(all, Optional.of("com.example.shop"), new MemberId("a/2"))
                        .document())
                .hasToString("[{pid=com.example.shop, scope=cluster, target=cluster,"
                        + " properties={db.password=********, tax=19}}]");
        assertThat(all.find("com.example.shop", Target.CLUSTER).orElseThrow().properties())
                .containsEntry("db.password", "x=y");
    }

    @Test
    void wrongConfigurationsAreRefused() {
        assertThatThrownBy(() -> set("com.example.shop", "cluster", List.of("currency"), List.of()))
                .hasMessage("not a setting: 'currency' (expected key=value)");
        assertThatThrownBy(() -> set("com.example.shop", "cluster", List.of("service.pid=x"), List.of()))
                .hasMessage("not a key that can be set: 'service.pid'");
        assertThatThrownBy(() -> set("com.example.shop", "cluster", List.of(), List.of("x")))
                .hasMessage("there is no key 'x' in com.example.shop");
        assertThatThrownBy(() -> set("org.asterism.servernode~2", "cluster", List.of("number=2"), List.of()))
                .hasMessageStartingWith("org.asterism.servernode is each container's own");
    }

    @Test
    void whatIsThereIsListed() throws Exception {
        assertThat(DeploymentListing.of(cluster, Optional.empty()).text()).startsWith("nothing is deployed\n");
        deploy("mvn:x/shop.war", "a");

        assertThat(DeploymentListing.of(cluster, Optional.empty()).text()).isEqualTo("""
                NAME  VERSION  KIND  TARGET  SIZE     SOURCE
                shop  1.0.0    war   a       1 bytes  mvn:x/shop.war

                generation 1, the newest; stable is 1; it is done

                NODE  GENERATION  STATE  PROBLEM
                a/1   1           ready  -
                """);
        assertThat(DeploymentListing.of(cluster, Optional.of(1L)).document().toString())
                .startsWith(
                        "{generation=1, newest=1, stable=1, deployments=[{name=shop, kind=WAR, target=a, version=1.0.0,");
        assertThat(new GenerationListing(cluster.generations(5)).text()).isEqualTo("""
                GENERATION  WHEN                  WHO       WHAT
                1           1970-01-01T00:00:00Z  eve at a  a change
                """);
    }

    @Test
    void namesOfKinds() {
        assertThat(RolloutLines.words(DeploymentKind.CONFIGURATION)).isEqualTo("configuration");
        assertThat(Sizes.text(300L << 20)).isEqualTo("300.0 MiB");
    }

    private long deploy(String source, String targets) throws Exception {
        DeployOrder order = new DeployOrder(
                source, Optional.empty(), Optional.empty(), Targets.parse(List.of(targets)), WHO, RollOptions.ROLLING);
        return cluster.apply(deploying.prepare(order));
    }

    private void undeploy(String name) throws DeploymentException {
        deploying.undeploy(List.of(name), List.of(), WHO, RollOptions.ROLLING);
    }

    private long rollback(Optional<Long> generation) throws DeploymentException {
        return deploying.rollback(generation, WHO, RollOptions.ROLLING);
    }

    private void set(String pid, String target, List<String> set, List<String> unset) throws DeploymentException {
        ChangeRequest change =
                Configurations.newest(cluster).change(pid, Target.parse(target), set, unset, WHO, RollOptions.ROLLING);
        cluster.apply(change);
    }
}
