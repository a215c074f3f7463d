package org.asterism.shell.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberKind;
import org.asterism.deploying.FileHash;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ArtifactStore;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentService;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.deployment.InMemoryDeployments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeployCommandsTest {

    private static final String URL = "mvn:com.example/shop.war";

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryDeployments deployments = new InMemoryDeployments();
    private final ManualShell shell = new ManualShell();

    @TempDir
    private Path directory;

    @BeforeEach
    void join() throws Exception {
        shell.offer(ClusterService.class, cluster.join("a", MemberKind.INSTANCE).cluster());
        shell.offer(DeploymentAdminService.class, deployments);
        shell.offer(DeploymentService.class, deployments);
        cluster.settle();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aChangeIsStoredOrFollowed() throws Exception {
        assertThat(shell.run(DeployCommand.class, URL))
                .endsWith("generation 1 is stored; asterism:deployments shows how it comes to the nodes\n");
        assertThat(deployments.changes().get(0).who()).isEqualTo("someone at a");

        assertThat(shell.run(DeployCommand.class, "--wait", "--to", "a,b/1", "--at-once", URL))
                .contains("\na/1 is done\n", "NODE  STEP  WHY\n")
                .endsWith("generation 2 is done\n");
        assertThat(deployments.changes().get(1).options().atOnce()).isTrue();
        assertThat(shell.run(UndeployCommand.class, "--json", "--to", "a", "shop"))
                .isEqualTo("{\n  \"generation\" : 3\n}\n");
        assertThat(shell.run(RollbackCommand.class, "--wait", "--json", "1"))
                .startsWith("{\n  \"generation\" : 4,")
                .contains("\"state\" : \"DONE\"");
    }

    @Test
    void aFileOfAnInstanceGoesStraightIntoTheDatabase() throws Exception {
        shell.offer(ArtifactStore.class, new OneFile());
        Path file = Files.writeString(directory.resolve("crm-1.0.jar"), "content");

        assertThat(shell.run(DeployCommand.class, file.toString())).startsWith("sending crm-1.0.jar, 7 bytes\n");
        assertThat(deployments.deployments(1)).extracting(Deployment::name).containsExactly("crm");
    }

    @Test
    void whatGoesWrongFailsTheCommand() throws Exception {
        deployments.failRolls();
        assertThatThrownBy(() -> shell.run(DeployCommand.class, "--wait", URL))
                .hasMessage("generation 1 is failed: a/1 was not healthy with it");
        assertThat(shell.output()).contains("a/1   went back  a/1 was not healthy with it");
        assertThatThrownBy(() -> shell.run(DeployCommand.class, "/no/such.war"))
                .hasMessageContaining("there is no file /no/such.war");
        assertThatThrownBy(() -> shell.run(UndeployCommand.class, "crm"))
                .hasMessageContaining("nothing of the name 'crm'");
        assertThatThrownBy(() -> new ManualShell().run(DriftCommand.class))
                .hasMessageStartingWith("no instance that deploys is in the cluster");
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        assertThat(shell.run(DeployCommand.class, "--dry-run", URL)).contains("installs shop\n");
        assertThat(deployments.newest()).isZero();
    }

    @Test
    void whatIsThereIsShown() throws Exception {
        shell.run(DeployCommand.class, URL);

        assertThat(shell.run(DeploymentsCommand.class)).startsWith("NAME  VERSION  KIND");
        assertThat(shell.run(DeploymentsCommand.class, "--generation", "0")).startsWith("nothing is deployed\n");
        assertThat(shell.run(DeploymentsCommand.class, "--history")).contains("\n1           1970");
        assertThat(shell.run(DriftCommand.class, "--fail")).isEqualTo("no node differs from what is deployed\n");
        assertThat(shell.run(DriftCommand.class, "--json")).isEqualTo("[ ]\n");
    }

    @Test
    void configurationsAreSetAndShown() throws Exception {
        shell.run(ConfigSetCommand.class, "com.example.shop", "currency=EUR", "api.token=abc");
        shell.run(ConfigSetCommand.class, "--to", "a/1", "com.example.shop", "currency=CHF");
        shell.run(ConfigSetCommand.class, "--unset", "api.token", "com.example.shop");

        assertThat(shell.run(ConfigListCommand.class)).isEqualTo("""
                PID               KEY       VALUE  FROM
                com.example.shop  currency  EUR    cluster
                com.example.shop  currency  CHF    node a/1
                """);
        assertThat(shell.run(ConfigGetCommand.class, "--node", "a/1", "--json", "com.example.shop"))
                .contains("\"scope\" : \"node\"", "\"currency\" : \"CHF\"")
                .doesNotContain("EUR");
        assertThatThrownBy(() -> shell.run(ConfigSetCommand.class, "com.example.shop"))
                .hasMessageStartingWith("nothing is set: ");
    }

    @Test
    void targetsAndNamesAreCompleted() throws Exception {
        shell.run(DeployCommand.class, URL);
        shell.run(ConfigSetCommand.class, "com.example.shop", "currency=EUR");

        assertThat(shell.completed(DeployCommand.class, "--to", "")).containsExactly("a", "cluster");
        assertThat(shell.completed(UndeployCommand.class, "")).contains("com.example.shop", "shop");
        assertThat(shell.completed(ConfigGetCommand.class, ""))
                .contains("com.example.shop")
                .doesNotContain("shop");
    }

    /** Takes files into the deployments of this test. */
    private final class OneFile implements ArtifactStore {

        @Override
        public Artifact put(InputStream content) throws IOException {
            Path copy = directory.resolve("copy");
            long size = Files.copy(content, copy);
            Artifact artifact = new Artifact(FileHash.of(copy), size);
            deployments.store(artifact.sha256(), size);
            return artifact;
        }

        @Override
        public boolean contains(String sha256) {
            return deployments.isStored(sha256);
        }

        @Override
        public void copy(String sha256, OutputStream target) {
            throw new AssertionError("nothing is read here");
        }
    }
}
