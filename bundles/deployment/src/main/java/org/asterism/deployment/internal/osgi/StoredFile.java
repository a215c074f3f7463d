package org.asterism.deployment.internal.osgi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ArtifactStore;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.Target;
import org.asterism.deployment.internal.FileName;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** A file in the store, and where it came from. */
record StoredFile(ArtifactStore store, Artifact artifact, String source) {

    /** Looks into it, by a copy on disk. */
    Deployment describe(Target target) throws DeploymentException {
        try {
            Path copy = Files.createTempFile("asterism", ".artifact");
            try {
                try (OutputStream out = Files.newOutputStream(copy)) {
                    store.copy(artifact.sha256(), out);
                }
                return describe(copy, target);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new DeploymentException(
                    source + " is nothing that can be deployed (a bundle, a WAR or a KAR is): " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new DeploymentException(source + " cannot be deployed: " + e.getMessage(), e);
        }
    }

    private Deployment describe(Path copy, Target target) throws IOException, DeploymentException {
        FileName file = FileName.of(source);
        try (JarFile archive = new JarFile(copy.toFile())) {
            Attributes headers = archive.getManifest() == null
                    ? new Attributes()
                    : archive.getManifest().getMainAttributes();
            Optional<String> name = Optional.ofNullable(headers.getValue(Constants.BUNDLE_SYMBOLICNAME))
                    .map(header -> header.split(";", 2)[0].strip());
            boolean web = archive.stream().anyMatch(entry -> entry.getName().startsWith("WEB-INF/"));
            if (file.ending().toLowerCase(Locale.ROOT).equals("kar")) {
                return deployment(DeploymentKind.KAR, file.name(), file.version(), target);
            }
            if (name.isPresent()) {
                Version version = Version.parseVersion(headers.getValue(Constants.BUNDLE_VERSION));
                DeploymentKind kind = web ? DeploymentKind.WAR : DeploymentKind.BUNDLE;
                return deployment(kind, name.get(), version.toString(), target);
            }
            if (web) {
                return deployment(DeploymentKind.WAR, file.name(), file.version(), target);
            }
            throw new DeploymentException(source + " has no " + Constants.BUNDLE_SYMBOLICNAME
                    + " in its manifest, no WEB-INF and" + " is no .kar: make a bundle of it first");
        }
    }

    private Deployment deployment(DeploymentKind kind, String name, String version, Target target) {
        return Deployment.file(name, kind, target, version, artifact, source);
    }
}
