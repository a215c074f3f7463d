package org.asterism.servernode.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeployedContextTest {

    @Test
    void applicationsAreContextsWithSomethingToServe() {
        assertThat(DeployedContext.applications(List.of(
                        new DeployedContext("/shop", 2),
                        new DeployedContext("/admin", 1),
                        new DeployedContext("/starting", 0))))
                .containsExactly("/admin", "/shop");
    }

    @Test
    void theRootAndTheAgentAreNoApplications() {
        assertThat(DeployedContext.applications(List.of(
                        new DeployedContext("/", 3), new DeployedContext("", 3), new DeployedContext("/.asterism", 1))))
                .isEmpty();
    }

    @Test
    void severalContextsOfOnePathAreOneApplication() {
        assertThat(DeployedContext.applications(
                        List.of(new DeployedContext("/shop", 2), new DeployedContext("/shop", 1))))
                .containsExactly("/shop");
    }
}
