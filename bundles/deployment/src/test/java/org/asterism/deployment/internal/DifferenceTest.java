package org.asterism.deployment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.DriftKind;
import org.asterism.deployment.Target;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static Deployment bundle(String name, String version) {
        return Deployment.file(
                name,
                DeploymentKind.BUNDLE,
                Target.CLUSTER,
                version,
                new Artifact(version.substring(0, 1).repeat(64), 1),
                "");
    }

    private static Installed installed(Deployment deployment) {
        return new Installed(
                deployment.name(), deployment.kind(), deployment.version(), Identity.of(deployment), true, "");
    }

    @Test
    void saysWhatIsMissingExtraOtherNotStartedAndFailed() {
        Installed hand = new Installed("hand", DeploymentKind.BUNDLE, "9", "", true, "");
        Installed idle = new Installed(
                "idle", DeploymentKind.BUNDLE, "1.0", Identity.of(bundle("idle", "1.0")), false, "lacks y");

        assertThat(Difference.between(
                        List.of(
                                bundle("missing", "1.0"),
                                bundle("other", "2.0"),
                                bundle("idle", "1.0"),
                                bundle("failed", "1.0"),
                                bundle("good", "1.0")),
                        List.of(
                                installed(bundle("other", "1.0")),
                                installed(bundle("good", "1.0")),
                                installed(bundle("left", "1.0")),
                                idle),
                        List.of(hand),
                        Map.of("failed", "no package x")))
                .extracting(Difference::kind, Difference::name, Difference::reason)
                .containsExactlyInAnyOrder(
                        tuple(DriftKind.MISSING, "missing", "not installed yet"),
                        tuple(DriftKind.OTHER_VERSION, "other", "has other content"),
                        tuple(DriftKind.NOT_STARTED, "idle", "lacks y"),
                        tuple(DriftKind.FAILED, "failed", "no package x"),
                        tuple(DriftKind.EXTRA, "left", "is to be removed"),
                        tuple(DriftKind.EXTRA, "hand", "installed on this node by hand"));
    }

    @Test
    void aPlanRemovesOnlyWhatWasDeployed() {
        Deployment configuration = Deployment.configuration("my.pid", Map.of("a", "b"), Target.CLUSTER);
        ApplyPlan plan = ApplyPlan.of(
                List.of(bundle("new", "1.0"), bundle("same", "1.0"), bundle("changed", "2.0"), configuration),
                List.of(
                        installed(bundle("same", "1.0")),
                        installed(bundle("changed", "1.0")),
                        installed(bundle("old", "1.0"))));

        assertThat(plan.remove().stream().map(Installed::name)).containsExactlyInAnyOrder("changed", "old");
        assertThat(plan.install().stream().map(Deployment::name)).containsExactly("my.pid", "new", "changed");
    }

    @Test
    void propertiesAreReadAsTheyWereWritten() {
        Map<String, String> properties = Map.of("a=b", "c\\\n=d", "", "", "x", "\r\n\\n");
        assertThat(PropertyText.read(PropertyText.write(properties))).isEqualTo(properties);
        assertThatIllegalArgumentException().isThrownBy(() -> PropertyText.read("a=b"));
    }
}
