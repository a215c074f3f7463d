package org.asterism.deployment.internal.karaf;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.internal.ApplyException;
import org.asterism.deployment.internal.Identity;
import org.asterism.deployment.internal.Installed;

/** Features of Karaf repositories. Which ones were deployed is written down in a file, for Karaf keeps no notes of others. */
public final class DeployedFeatures {

    private static final String ROOT = "root";
    private static final EnumSet<FeaturesService.Option> OPTIONS =
            EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);

    private final FeaturesService features;
    private final Notes notes;

    /** @param notes a file that lasts as long as the container's features do */
    public DeployedFeatures(FeaturesService features, Path notes) {
        this.features = features;
        this.notes = new Notes(notes);
    }

    /** Those that were deployed and are there. */
    public List<Installed> installed() throws ApplyException {
        Set<String> present = present();
        List<Installed> all = new ArrayList<>();
        noted().forEach((name, note) -> {
            if (present.contains(name + "/" + note.version())) {
                all.add(new Installed(name, DeploymentKind.FEATURE, note.version(), note.identity(), true, ""));
            }
        });
        return all;
    }

    private Set<String> present() throws ApplyException {
        try {
            return Arrays.stream(features.listInstalledFeatures())
                    .map(feature -> feature.getName() + "/" + feature.getVersion())
                    .collect(Collectors.toSet());
        } catch (Exception e) {
            throw failed("features", "cannot be listed", e);
        }
    }

    /** Adds its repository and installs it; bundles that run are not refreshed for it. */
    public void install(Deployment deployment) throws ApplyException {
        try {
            URI repository = URI.create(deployment.source());
            features.addRepository(repository);
            Feature feature = find(deployment, repository);
            features.installFeature(feature, OPTIONS);
            notes.put(deployment.name(), new Notes.Note(Identity.of(deployment), feature.getVersion()));
        } catch (ApplyException e) {
            throw e;
        } catch (Exception e) {
            throw failed(deployment.name(), "the feature could not be installed", e);
        }
    }

    private Feature find(Deployment deployment, URI repository) throws Exception {
        return Arrays.stream(features.repositoryProvidedFeatures(repository))
                .filter(feature -> feature.getName().equals(deployment.name()))
                .filter(feature ->
                        deployment.version().isEmpty() || feature.getVersion().equals(deployment.version()))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new ApplyException(
                        deployment.name(),
                        "there is no such feature"
                                + (deployment.version().isEmpty() ? "" : " of version " + deployment.version()) + " in "
                                + repository,
                        null));
    }

    /** Uninstalls it, unless something else needs it. */
    public void remove(Installed installed) throws ApplyException {
        try {
            Optional<URI> repository = repository(installed);
            features.uninstallFeature(installed.name(), installed.version(), OPTIONS);
            notes.remove(installed.name());
            if (repository.isPresent()) {
                forget(repository.get());
            }
        } catch (Exception e) {
            throw failed(installed.name(), "the feature could not be removed", e);
        }
    }

    private Optional<URI> repository(Installed installed) throws Exception {
        return Optional.ofNullable(features.getFeature(installed.name(), installed.version()))
                .map(Feature::getRepositoryUrl)
                .map(URI::create);
    }

    /** Else the container reads it at each start, and calls it an error if it is not there any more. */
    private void forget(URI repository) throws Exception {
        boolean needed = Arrays.stream(features.listInstalledFeatures())
                .anyMatch(feature -> repository.toString().equals(feature.getRepositoryUrl()));
        boolean required =
                Arrays.stream(features.listRequiredRepositories()).anyMatch(known -> repository.equals(known.getURI()));
        if (required && !needed) {
            features.removeRepository(repository);
        }
    }

    /** Features that somebody has asked for in this container, beyond those it starts with. */
    public List<Installed> byHand(String booted) throws ApplyException {
        Set<String> deployed = noted().keySet();
        Set<String> asked = new TreeSet<>(features.listRequirements().getOrDefault(ROOT, Set.of()));
        return asked.stream()
                .filter(requirement -> requirement.startsWith("feature:"))
                .map(requirement -> requirement.substring("feature:".length()).split("/", 2))
                .filter(parts -> !deployed.contains(parts[0]) && !isBooted(parts[0], booted))
                .map(parts ->
                        new Installed(parts[0], DeploymentKind.FEATURE, parts.length > 1 ? parts[1] : "", "", true, ""))
                .toList();
    }

    private static boolean isBooted(String feature, String booted) {
        return Arrays.asList(booted.split("[\\s,()]+", -1)).contains(feature);
    }

    /** Where the bundles of all features that are installed come from. */
    public Set<String> locations() throws ApplyException {
        try {
            return Arrays.stream(features.listInstalledFeatures())
                    .flatMap(feature -> feature.getBundles().stream())
                    .map(BundleInfo::getLocation)
                    .collect(Collectors.toSet());
        } catch (Exception e) {
            throw failed("features", "cannot be listed", e);
        }
    }

    private SortedMap<String, Notes.Note> noted() throws ApplyException {
        try {
            return notes.all();
        } catch (IOException | IllegalArgumentException e) {
            throw failed("features", "what was deployed cannot be read", e);
        }
    }

    private static ApplyException failed(String name, String what, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new ApplyException(name, what + ": " + e.getMessage(), e);
    }
}
