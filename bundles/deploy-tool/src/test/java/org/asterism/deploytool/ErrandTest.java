package org.asterism.deploytool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.asterism.deploying.Deploying;
import org.asterism.deployment.Deployment;
import org.asterism.deploytool.DeployTool.Outcome;
import org.asterism.testing.deployment.InMemoryDeployments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ErrandTest {

    private final InMemoryDeployments cluster = new InMemoryDeployments();
    private final List<String> lines = new ArrayList<>();

    @Test
    void deploysAndWaits() throws Exception {
        Outcome outcome = run("deploy", "--who", "eve", "--to", "a,b", "--at-once", "--", "mvn:x/shop.war");

        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.report().text()).endsWith("generation 1 is done\n");
        assertThat(lines).contains("an instance fetches mvn:x/shop.war", "a/1 is done");
        assertThat(cluster.deployments(1)).extracting(Deployment::target).hasToString("[a, b]");
        assertThat(cluster.changes().get(0).who()).isEqualTo("eve");
        assertThat(cluster.changes().get(0).options().atOnce()).isTrue();
    }

    @Test
    void aNodeThatDoesNotGetItIsAFailure() throws Exception {
        cluster.failRolls();

        assertThat(run("deploy", "--", "mvn:x/shop.war").succeeded()).isFalse();
        assertThat(run("deploy", "--no-wait", "--", "mvn:x/crm.war").succeeded())
                .isTrue();
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        assertThat(run("deploy", "--dry-run", "--", "mvn:x/shop.war").report().text())
                .isEqualTo("""
                on nodes such as a/1
                  installs shop
                nothing was changed; it may be done
                """);
        assertThat(cluster.newest()).isZero();
    }

    @Test
    void takesAwayGoesBackAndLists() throws Exception {
        run("deploy", "--", "mvn:x/shop.war");
        run("undeploy", "--", "shop");
        assertThat(cluster.deployments(2)).isEmpty();
        run("rollback", "--generation", "1");
        assertThat(cluster.deployments(3)).hasSize(1);
        assertThat(run("deployments").report().text()).startsWith("NAME  VERSION");
        assertThat(run("deployments", "--history", "--limit", "1")
                        .report()
                        .text()
                        .lines())
                .hasSize(2);
        assertThat(run("drift", "--fail").succeeded()).isTrue();
    }

    @Test
    void whatIsWrittenInAWrongWayIsRefused() {
        assertThatThrownBy(() -> run("destroy")).hasMessageStartingWith("what is to be done?");
        assertThatThrownBy(() -> run("deploy", "--colour")).hasMessage("not understood: --colour");
        assertThatThrownBy(() -> run("deploy")).hasMessage("say what is to be deployed");
        assertThatThrownBy(() -> run("rollback", "--generation", "x")).hasMessage("--generation x is no number");
        assertThatThrownBy(() -> run("deploy", "--", "a.war", "b.war"))
                .hasMessage("deploy one file or URL at a time, not 2");
    }

    private Outcome run(String... words) throws Exception {
        Deploying deploying = new Deploying(
                cluster,
                cluster,
                (file, sent) -> {
                    throw new AssertionError("nothing is sent here");
                },
                lines::add);
        return new Errand(new Arguments(Arrays.asList(words)), deploying).run();
    }
}
