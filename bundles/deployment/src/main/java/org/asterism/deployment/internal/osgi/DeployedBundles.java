package org.asterism.deployment.internal.osgi;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.felix.fileinstall.ArtifactUrlTransformer;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.internal.ApplyException;
import org.asterism.deployment.internal.Identity;
import org.asterism.deployment.internal.Installed;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bundles and web applications. What was deployed is known by the location of its bundle, which carries kind, name and identity, so that
 * the framework itself remembers it.
 */
final class DeployedBundles {

    private static final Logger LOG = LoggerFactory.getLogger(DeployedBundles.class);
    private static final String PREFIX = "asterism:";
    private static final int START_LEVEL = 80;
    private static final long REFRESH_SECONDS = 60;

    private final BundleContext context;
    private final LocalFiles files;
    private final Path workshop;

    DeployedBundles(BundleContext framework, LocalFiles files, Path workshop) {
        this.context = framework;
        this.files = files;
        this.workshop = workshop;
    }

    static boolean isOurs(Bundle bundle) {
        return bundle.getLocation().startsWith(PREFIX);
    }

    static String nameOf(Bundle bundle) {
        return installed(bundle).name();
    }

    private static String location(Deployment deployment) {
        return PREFIX + deployment.kind() + ":" + deployment.name() + ":" + Identity.of(deployment);
    }

    List<Installed> installed() {
        return Arrays.stream(context.getBundles())
                .filter(DeployedBundles::isOurs)
                .map(DeployedBundles::installed)
                .toList();
    }

    private static Installed installed(Bundle bundle) {
        String[] parts = bundle.getLocation().split(":", -1);
        boolean running = bundle.getState() == Bundle.ACTIVE || isFragment(bundle) || isLazy(bundle);
        return new Installed(
                parts[2],
                DeploymentKind.valueOf(parts[1]),
                bundle.getVersion().toString(),
                parts[3],
                running,
                running ? "" : "the bundle is " + state(bundle));
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private static boolean isLazy(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING
                && Constants.ACTIVATION_LAZY.equals(bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY));
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> "not resolved";
            case Bundle.RESOLVED -> "stopped";
            case Bundle.STARTING -> "starting";
            default -> "stopping";
        };
    }

    /** Stops and uninstalls; who was wired to them is refreshed. */
    void remove(Collection<Installed> things) throws InterruptedException {
        List<Bundle> gone = new ArrayList<>();
        for (Installed thing : things) {
            for (Bundle bundle : context.getBundles()) {
                if (isOurs(bundle) && installed(bundle).name().equals(thing.name())) {
                    gone.add(bundle);
                }
            }
        }
        for (Bundle bundle : gone) {
            try {
                bundle.uninstall();
                LOG.info("{} {} is removed", bundle.getSymbolicName(), bundle.getVersion());
            } catch (BundleException e) {
                LOG.warn("{} did not stop well; it is removed all the same", bundle.getSymbolicName(), e);
            }
        }
        refresh(gone);
    }

    private void refresh(Collection<Bundle> bundles) throws InterruptedException {
        if (bundles.isEmpty()) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(bundles, event -> {
                    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                        done.countDown();
                    }
                });
        if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the framework did not rewire its bundles within {} s", REFRESH_SECONDS);
        }
    }

    /** Installs without starting. */
    Bundle install(Deployment deployment) throws ApplyException {
        try (InputStream content = open(deployment)) {
            Bundle bundle = context.installBundle(location(deployment), content);
            bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
            return bundle;
        } catch (BundleException | IOException | DeploymentException e) {
            throw new ApplyException(deployment.name(), "could not be installed: " + e.getMessage(), e);
        }
    }

    private InputStream open(Deployment deployment) throws IOException, DeploymentException {
        Path file = files.get(deployment.artifact().orElseThrow());
        return deployment.kind() == DeploymentKind.WAR
                ? openWar(deployment, file)
                : new BufferedInputStream(Files.newInputStream(file));
    }

    /** By the one who makes bundles of files in {@code deploy/}; such a file is named as it would be there. */
    private InputStream openWar(Deployment deployment, Path file) throws IOException {
        Path named = named(file, deployment.name() + "-" + deployment.version() + ".war");
        Optional<URL> transformed = transformed(named.toFile());
        if (transformed.isEmpty()) {
            return new BufferedInputStream(Files.newInputStream(file));
        }
        String path = deployment.properties().getOrDefault(Deployment.CONTEXT_PATH, "");
        URL url = path.isEmpty()
                ? transformed.get()
                : new URL(
                        transformed.get().toString().replaceFirst("Web-ContextPath=[^&]*", "Web-ContextPath=" + path));
        return url.openStream();
    }

    /** The file under the deployment's own name, with this ending. */
    Path named(Deployment deployment, String ending) throws ApplyException {
        try {
            return named(files.get(deployment.artifact().orElseThrow()), deployment.name() + ending);
        } catch (IOException | DeploymentException e) {
            throw new ApplyException(deployment.name(), "the file could not be had: " + e.getMessage(), e);
        }
    }

    private Path named(Path file, String name) throws IOException {
        Files.createDirectories(workshop);
        Path named = workshop.resolve(name);
        link(file, named);
        return named;
    }

    private static void link(Path file, Path named) throws IOException {
        Files.deleteIfExists(named);
        try {
            Files.createLink(named, file);
        } catch (UnsupportedOperationException | IOException noLinks) {
            LOG.debug("{} is copied", named, noLinks);
            Files.copy(file, named, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Optional<URL> transformed(File file) throws IOException {
        for (ServiceReference<ArtifactUrlTransformer> reference : transformers()) {
            ArtifactUrlTransformer transformer = context.getService(reference);
            if (transformer != null && transformer.canHandle(file)) {
                try {
                    return Optional.of(transformer.transform(file.toURI().toURL()));
                } catch (IOException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IOException(file + " cannot be made a bundle: " + e.getMessage(), e);
                } finally {
                    context.ungetService(reference);
                }
            }
        }
        return Optional.empty();
    }

    private List<ServiceReference<ArtifactUrlTransformer>> transformers() {
        try {
            return context.getServiceReferences(ArtifactUrlTransformer.class, null).stream()
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts those that were installed, in this order. */
    void start(Collection<Bundle> bundles) throws ApplyException {
        for (Bundle bundle : bundles) {
            if (!isFragment(bundle)) {
                start(bundle);
            }
        }
    }

    private static void start(Bundle bundle) throws ApplyException {
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
            LOG.info("{} {} is started", bundle.getSymbolicName(), bundle.getVersion());
        } catch (BundleException e) {
            throw new ApplyException(installed(bundle).name(), "could not be started: " + reason(e), e);
        }
    }

    private static String reason(BundleException e) {
        Throwable cause = e.getType() == BundleException.ACTIVATOR_ERROR && e.getCause() != null ? e.getCause() : e;
        return cause.getMessage() == null
                ? cause.toString()
                : cause.getMessage().strip();
    }

    /** The context path that a deployment's bundle says it has. */
    Optional<String> contextPath(Deployment deployment) {
        return bundle(deployment).flatMap(DeployedBundles::contextPath);
    }

    /** The same of what is there. */
    Set<String> contextPaths(Collection<Installed> things) {
        Set<String> names = things.stream().map(Installed::name).collect(Collectors.toSet());
        return Arrays.stream(context.getBundles())
                .filter(bundle -> isOurs(bundle) && names.contains(nameOf(bundle)))
                .flatMap(bundle -> contextPath(bundle).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> contextPath(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders().get("Web-ContextPath"))
                .map(path -> path.startsWith("/") ? path : "/" + path);
    }

    Optional<Bundle> bundle(Deployment deployment) {
        return Optional.ofNullable(context.getBundle(location(deployment)));
    }
}
