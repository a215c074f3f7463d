package org.asterism.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentTest {

    private static final Artifact FILE = new Artifact("0".repeat(64), 1);

    @Test
    void hasAFileExactlyIfItIsOne() {
        assertThat(Deployment.file("shop", DeploymentKind.WAR, Target.CLUSTER, "1.0.0", FILE, "shop.war")
                        .key())
                .isEqualTo(new DeploymentKey("shop", Target.CLUSTER));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Deployment("shop", DeploymentKind.WAR, Target.CLUSTER, "1", Optional.empty(), "", Map.of()))
                .withMessage("shop is a WAR without a file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment(
                        "my.pid", DeploymentKind.CONFIGURATION, Target.parse("a"), "", Optional.of(FILE), "", Map.of()))
                .withMessage("my.pid (a) is a CONFIGURATION with a file");
    }

    @Test
    void refusesWhatIsNoNameOrTooMuch() {
        for (String name : List.of("", "a b", "../x", "x".repeat(201))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Deployment.configuration(name, Map.of(), Target.CLUSTER));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Deployment.configuration("my.pid", Map.of("key", "x".repeat(65_536)), Target.CLUSTER));
        assertThatIllegalArgumentException().isThrownBy(() -> Deployment.feature("shop", "1", "", Target.CLUSTER));
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Artifact("ABC", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Artifact("0".repeat(64), 0));
    }
}
