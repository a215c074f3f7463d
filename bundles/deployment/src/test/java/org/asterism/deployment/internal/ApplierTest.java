package org.asterism.deployment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.Target;
import org.junit.jupiter.api.Test;

class ApplierTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final InMemoryPlatform platform = new InMemoryPlatform();
    private final Applier applier = new Applier(platform);

    private static Deployment bundle(String name, int version) {
        return Deployment.file(
                name,
                DeploymentKind.BUNDLE,
                Target.CLUSTER,
                version + ".0.0",
                new Artifact(Integer.toString(version).repeat(64), 1),
                "");
    }

    /** Remembers what it was asked. */
    private static final class InMemoryPlatform implements NodePlatform {

        private final Map<String, Installed> there = new TreeMap<>();
        private final List<String> history = new ArrayList<>();
        private final Set<String> unfetchable = new HashSet<>();
        private final Set<String> unresolvable = new HashSet<>();
        private final Set<String> ill = new HashSet<>();

        @Override
        public List<Installed> deployed() {
            return List.copyOf(there.values());
        }

        @Override
        public List<Installed> byHand() {
            return List.of();
        }

        private static void refuse(Set<String> set, Deployment deployment, String why) throws ApplyException {
            if (set.contains(deployment.name() + deployment.version())) {
                throw new ApplyException(deployment.name(), why, null);
            }
        }

        @Override
        public void fetch(Collection<Deployment> deployments) throws ApplyException {
            for (Deployment deployment : deployments) {
                refuse(unfetchable, deployment, "damaged");
            }
        }

        @Override
        public void carryOut(ApplyPlan plan) throws ApplyException {
            for (Installed gone : plan.remove()) {
                there.remove(gone.name());
                history.add("-" + gone.name() + gone.version());
            }
            for (Deployment deployment : plan.install()) {
                refuse(unresolvable, deployment, "no package x");
                history.add("+" + deployment.name() + deployment.version());
                there.put(
                        deployment.name(),
                        new Installed(
                                deployment.name(),
                                deployment.kind(),
                                deployment.version(),
                                Identity.of(deployment),
                                true,
                                ""));
            }
        }

        @Override
        public void awaitHealthy(Collection<Deployment> deployments, Duration limit) throws ApplyException {
            for (Deployment deployment : deployments) {
                refuse(ill, deployment, "is not served");
            }
        }
    }

    private Optional<ApplyException> apply(List<Deployment> wanted, List<Deployment> former) throws Exception {
        return applier.apply(wanted, Optional.of(former), LIMIT, () -> platform.history.add("quiet"));
    }

    @Test
    void changesOnlyWhatIsDifferent() throws Exception {
        List<Deployment> first = List.of(bundle("a", 1), bundle("b", 1));
        assertThat(apply(first, List.of())).isEmpty();
        assertThat(apply(List.of(bundle("a", 2), bundle("b", 1)), first)).isEmpty();
        assertThat(platform.history).containsExactly("quiet", "+a1.0.0", "+b1.0.0", "quiet", "-a1.0.0", "+a2.0.0");
        platform.history.clear();
        assertThat(apply(List.of(bundle("a", 2), bundle("b", 1)), first)).isEmpty();
        assertThat(platform.history).isEmpty();
    }

    @Test
    void touchesNothingBeforeAllIsThere() throws Exception {
        List<Deployment> first = List.of(bundle("a", 1));
        apply(first, List.of());
        platform.history.clear();
        platform.unfetchable.add("b1.0.0");
        assertThat(apply(List.of(bundle("a", 2), bundle("b", 1)), first).orElseThrow())
                .hasMessage("b: damaged");
        assertThat(platform.history).isEmpty();
    }

    @Test
    void goesBackIfSomethingCannotBeInstalledOrDoesNotWork() throws Exception {
        List<Deployment> first = List.of(bundle("a", 1), bundle("b", 1));
        apply(first, List.of());
        for (Set<String> trouble : List.of(platform.unresolvable, platform.ill)) {
            trouble.add("b2.0.0");
            assertThat(apply(List.of(bundle("a", 2), bundle("b", 2)), first).orElseThrow())
                    .hasMessageStartingWith("b: ");
            assertThat(platform.deployed().stream().map(Installed::version)).containsExactly("1.0.0", "1.0.0");
            trouble.clear();
        }
    }

    @Test
    void saysIfItCouldNotGoBackEither() throws Exception {
        List<Deployment> first = List.of(bundle("a", 1));
        apply(first, List.of());
        platform.unresolvable.add("a2.0.0");
        platform.unfetchable.add("a1.0.0");
        assertThat(apply(List.of(bundle("a", 2)), first).orElseThrow())
                .hasMessageContaining("a: no package x; and the state before could not be had again: a: damaged");
    }
}
