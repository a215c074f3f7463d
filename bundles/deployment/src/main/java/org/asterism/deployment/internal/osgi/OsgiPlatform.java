package org.asterism.deployment.internal.osgi;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.internal.ApplyException;
import org.asterism.deployment.internal.ApplyPlan;
import org.asterism.deployment.internal.Installed;
import org.asterism.deployment.internal.NodePlatform;
import org.asterism.deployment.internal.karaf.DeployedArchives;
import org.asterism.deployment.internal.karaf.DeployedFeatures;
import org.asterism.servernode.spi.OpenApplications;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;

/** The Karaf container of a node. */
final class OsgiPlatform implements NodePlatform {

    private static final int APPLICATION_START_LEVEL = 80;
    private static final long LOOK_MILLIS = 100;
    private static final Duration CLOSES = Duration.ofSeconds(10);
    private static final Duration CONFIGURATION_SETTLES = Duration.ofMillis(500);

    private final BundleContext context;
    private final LocalFiles files;
    private final DeployedBundles bundles;
    private final FailedApplications failed;
    private final DeployedConfigurations configurations;
    private final DeployedFeatures features;
    private final Optional<DeployedArchives> archives;
    private final String booted;
    private Set<String> openBefore = Set.of();

    /** @param booted the features that the container starts with, as its configuration says */
    OsgiPlatform(
            BundleContext framework,
            LocalFiles files,
            DeployedBundles bundles,
            FailedApplications failed,
            DeployedConfigurations configurations,
            DeployedFeatures features,
            Optional<DeployedArchives> archives,
            String booted) {
        this.context = framework;
        this.files = files;
        this.bundles = bundles;
        this.failed = failed;
        this.configurations = configurations;
        this.features = features;
        this.archives = archives;
        this.booted = booted;
    }

    @Override
    public List<Installed> deployed() throws ApplyException {
        List<Installed> all = new ArrayList<>(bundles.installed());
        all.addAll(configurations.installed());
        all.addAll(features.installed());
        if (archives.isPresent()) {
            all.addAll(archives.get().installed());
        }
        return all;
    }

    @Override
    public List<Installed> byHand() throws ApplyException {
        List<Installed> all = new ArrayList<>(features.byHand(booted));
        Set<String> known = features.locations();
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getBundleId() > 0 && !DeployedBundles.isOurs(bundle))
                .filter(bundle -> !known.contains(bundle.getLocation()))
                .filter(bundle -> bundle.adapt(BundleStartLevel.class).getStartLevel() >= APPLICATION_START_LEVEL)
                .map(OsgiPlatform::byHand)
                .forEach(all::add);
        return all;
    }

    private static Installed byHand(Bundle bundle) {
        String name = bundle.getSymbolicName() == null ? bundle.getLocation() : bundle.getSymbolicName();
        return new Installed(name, DeploymentKind.BUNDLE, bundle.getVersion().toString(), "", true, "");
    }

    @Override
    public void fetch(Collection<Deployment> deployments) throws ApplyException {
        for (Deployment deployment : deployments) {
            if (deployment.artifact().isPresent()) {
                try {
                    files.get(deployment.artifact().get());
                } catch (IOException | DeploymentException e) {
                    throw new ApplyException(deployment.name(), "the file could not be had: " + e.getMessage(), e);
                }
            }
        }
    }

    @Override
    public void carryOut(ApplyPlan plan) throws ApplyException, InterruptedException {
        openBefore = plan.removesForGood() ? Set.of() : open();
        Set<String> closing = bundles.contextPaths(plan.remove());
        remove(plan.remove());
        awaitClosed(closing);
        List<Bundle> installed = new ArrayList<>();
        for (Deployment deployment : plan.install()) {
            switch (deployment.kind()) {
                case CONFIGURATION -> configurations.install(deployment);
                case FEATURE -> features.install(deployment);
                case BUNDLE, WAR -> installed.add(bundles.install(deployment));
                case KAR ->
                    archives.orElseThrow(() -> noArchives(deployment))
                            .install(deployment, bundles.named(deployment, ".kar"));
            }
        }
        bundles.start(installed);
    }

    /** The engine works that off on a thread of its own; what it says before may be old. */
    private void awaitClosed(Set<String> paths) throws InterruptedException {
        long begin = System.nanoTime();
        while (!Collections.disjoint(open(), paths) && System.nanoTime() - begin < CLOSES.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private static ApplyException noArchives(Deployment deployment) {
        return new ApplyException(deployment.name(), "this container has no Karaf feature kar", null);
    }

    private void remove(List<Installed> things) throws ApplyException, InterruptedException {
        bundles.remove(things.stream()
                .filter(thing -> thing.kind() == DeploymentKind.BUNDLE || thing.kind() == DeploymentKind.WAR)
                .toList());
        for (Installed thing : things) {
            if (thing.kind() == DeploymentKind.FEATURE) {
                features.remove(thing);
            } else if (thing.kind() == DeploymentKind.KAR && archives.isPresent()) {
                archives.get().remove(thing);
            } else if (thing.kind() == DeploymentKind.CONFIGURATION) {
                configurations.remove(thing.name());
            }
        }
    }

    @Override
    public void awaitHealthy(Collection<Deployment> deployments, Duration limit)
            throws ApplyException, InterruptedException {
        long begin = System.nanoTime();
        Optional<ApplyException> ill = ill(deployments, begin);
        while (ill.isPresent()) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw ill.get();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            ill = ill(deployments, begin);
        }
    }

    private Optional<ApplyException> ill(Collection<Deployment> deployments, long begin) throws ApplyException {
        boolean early = System.nanoTime() - begin < CONFIGURATION_SETTLES.toNanos();
        Set<String> open = open();
        for (Deployment deployment : deployments) {
            Optional<String> problem = problem(deployment, open, early);
            if (problem.isPresent()) {
                return Optional.of(new ApplyException(deployment.name(), problem.get(), null));
            }
        }
        return openBefore.stream()
                .filter(path -> !open.contains(path))
                .findFirst()
                .map(path -> new ApplyException(path, "was open before and is not any more", null));
    }

    private Optional<String> problem(Deployment deployment, Set<String> open, boolean early) throws ApplyException {
        if (deployment.kind() == DeploymentKind.CONFIGURATION) {
            return early ? Optional.of("is being taken in") : configurations.failure(deployment);
        }
        if (deployment.kind() != DeploymentKind.BUNDLE && deployment.kind() != DeploymentKind.WAR) {
            return Optional.empty();
        }
        Optional<Installed> installed = bundles.installed().stream()
                .filter(one -> one.name().equals(deployment.name()))
                .findFirst();
        if (installed.isEmpty() || !installed.get().running()) {
            return Optional.of(installed.map(Installed::reason).orElse("is not installed"));
        }
        Optional<String> failure = bundles.bundle(deployment).flatMap(bundle -> failed.reason(bundle.getBundleId()));
        return failure.isPresent() ? failure : unserved(deployment, open);
    }

    private Optional<String> unserved(Deployment deployment, Set<String> open) {
        return bundles.contextPath(deployment)
                .filter(path -> path.length() > 1 && !open.contains(path))
                .map(path -> path + " is not served");
    }

    private Set<String> open() {
        ServiceReference<OpenApplications> reference = context.getServiceReference(OpenApplications.class);
        OpenApplications applications = reference == null ? null : context.getService(reference);
        if (applications == null) {
            return Set.of();
        }
        try {
            return Set.copyOf(applications.paths());
        } finally {
            context.ungetService(reference);
        }
    }

    /** Only the files of these are kept on disk. */
    void keepOnly(Collection<Deployment> deployments) {
        Set<String> hashes = new HashSet<>();
        deployments.forEach(deployment -> deployment.artifact().ifPresent(file -> hashes.add(file.sha256())));
        files.keepOnly(hashes);
    }
}
