package org.asterism.deployment.internal.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.NodePlan;
import org.asterism.deployment.internal.ApplyException;
import org.asterism.deployment.internal.ApplyPlan;
import org.asterism.deployment.internal.DesiredState;
import org.asterism.deployment.internal.Installed;
import org.asterism.deployment.internal.NodePlatform;
import org.asterism.deployment.spi.NodePreflight;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** Looks what a state would do to this node. */
public final class LocalPreflight implements NodePreflight {

    private static final String OWN = "org.asterism.";

    private final MemberId node;
    private final BundleContext framework;
    private final NodePlatform platform;
    private final LocalFiles files;

    LocalPreflight(MemberId node, BundleContext framework, NodePlatform platform, LocalFiles files) {
        this.node = node;
        this.framework = framework;
        this.platform = platform;
        this.files = files;
    }

    @Override
    public NodePlan plan(List<Deployment> wanted) {
        List<String> problems = new ArrayList<>();
        try {
            ApplyPlan plan = ApplyPlan.of(new DesiredState(wanted).on(node), platform.deployed());
            plan.install().forEach(deployment -> problem(deployment).ifPresent(problems::add));
            Set<String> refreshed = refreshed(plan.remove());
            refreshed.stream()
                    .filter(name -> name.startsWith(OWN))
                    .forEach(name -> problems.add("it would restart " + name + ", which the cluster itself needs"));
            return new NodePlan(node, changes(plan), List.copyOf(refreshed), problems);
        } catch (ApplyException e) {
            return new NodePlan(node, List.of(), List.of(), List.of(e.getMessage()));
        }
    }

    private static List<String> changes(ApplyPlan plan) {
        Set<String> coming = plan.install().stream().map(Deployment::name).collect(Collectors.toSet());
        List<String> changes = new ArrayList<>();
        plan.remove().stream()
                .filter(gone -> !coming.contains(gone.name()))
                .forEach(gone -> changes.add("remove " + gone.name() + " " + gone.version()));
        Set<String> going = plan.remove().stream().map(Installed::name).collect(Collectors.toSet());
        plan.install()
                .forEach(deployment -> changes.add((going.contains(deployment.name()) ? "update " : "install ")
                        + deployment.name() + " " + deployment.version()));
        return changes.stream().map(String::strip).toList();
    }

    /** Downloads and verifies what comes as a file, and looks whether it is what it is said to be. */
    private Optional<String> problem(Deployment deployment) {
        if (deployment.artifact().isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = files.get(deployment.artifact().get());
            return deployment.kind() == DeploymentKind.BUNDLE ? bundleProblem(deployment, file) : archiveProblem(file);
        } catch (IOException | DeploymentException e) {
            return Optional.of(deployment.name() + ": " + e.getMessage());
        }
    }

    private static Optional<String> archiveProblem(Path file) throws IOException {
        try (JarFile archive = new JarFile(file.toFile())) {
            return archive.entries().hasMoreElements() ? Optional.empty() : Optional.of(file + " is empty");
        }
    }

    private Optional<String> bundleProblem(Deployment deployment, Path file) throws IOException {
        try (JarFile archive = new JarFile(file.toFile())) {
            Manifest manifest = archive.getManifest();
            String name =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (name == null) {
                return Optional.of(deployment.name() + " is no bundle: it has no " + Constants.BUNDLE_SYMBOLICNAME);
            }
            String plain = name.split(";", 2)[0].strip();
            return plain.startsWith(OWN) && isOfTheCluster(plain)
                    ? Optional.of(plain + " is part of the cluster itself and is not deployed")
                    : handInstalled(plain, manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION));
        }
    }

    private boolean isOfTheCluster(String name) {
        return Arrays.stream(framework.getBundles())
                .anyMatch(bundle -> name.equals(bundle.getSymbolicName()) && !DeployedBundles.isOurs(bundle));
    }

    private Optional<String> handInstalled(String name, String version) {
        return Arrays.stream(framework.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()) && !DeployedBundles.isOurs(bundle))
                .filter(bundle -> bundle.getVersion().toString().equals(version))
                .findFirst()
                .map(bundle -> name + " " + version + " is installed there by hand, from " + bundle.getLocation()
                        + ": remove that first");
    }

    /** Symbolic names of the running bundles that have to be rewired if these go. */
    private Set<String> refreshed(Collection<Installed> gone) {
        Set<String> names = gone.stream().map(Installed::name).collect(Collectors.toSet());
        List<Bundle> bundles = Arrays.stream(framework.getBundles())
                .filter(bundle -> DeployedBundles.isOurs(bundle) && names.contains(DeployedBundles.nameOf(bundle)))
                .toList();
        return framework
                .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .getDependencyClosure(bundles)
                .stream()
                .filter(bundle -> !bundles.contains(bundle) && bundle.getState() == Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
