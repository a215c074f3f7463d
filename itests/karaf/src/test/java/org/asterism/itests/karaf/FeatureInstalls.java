package org.asterism.itests.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Installs one feature on our distribution: all bundles become active, no component of ours stays unsatisfied without
 * being meant to, nothing is logged as an error.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class FeatureInstalls {

    private static final long LIMIT_NANOS = 30_000_000_000L;

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Inject
    @SuppressWarnings("unused") // injected to wait for it
    private BootFinished bootFinished;

    private final String feature;

    FeatureInstalls(String feature) {
        this.feature = feature;
    }

    @Configuration
    public Option[] container() throws IOException {
        Path secret = Files.createTempFile("cluster", ".secret");
        Files.writeString(secret, "not-a-secret-but-long-enough");
        secret.toFile().deleteOnExit();
        return Distribution.container(feature, Distribution.freePort(), Distribution.freePort(), secret);
    }

    @Test
    public void alone() throws Exception {
        features.installFeature(feature, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));

        assertTrue(features.isInstalled(features.getFeature(feature)));
        assertEquals(List.of(), eventually(this::bundlesNotActive));
        assertEquals(List.of(), eventually(() -> Components.unsatisfied(context, waitingByDesign())));
        assertEquals(List.of(), errorsLogged());
    }

    /** Components that wait for something that this feature alone does not bring; by simple name. */
    List<String> waitingByDesign() {
        return List.of();
    }

    private List<String> bundlesNotActive() {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " in state " + bundle.getState())
                .toList();
    }

    private static List<String> errorsLogged() throws IOException {
        Path log = Path.of(System.getProperty("karaf.log"), "karaf.log");
        assertTrue(log + " exists", Files.exists(log));
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("| ERROR |") || line.contains(" ERROR "))
                    .toList();
        }
    }

    /** Asks again until the answer is empty; gives the last answer when the time is over. */
    private static List<String> eventually(Supplier<List<String>> question) throws InterruptedException {
        long start = System.nanoTime();
        List<String> answer = question.get();
        while (!answer.isEmpty() && System.nanoTime() - start < LIMIT_NANOS) {
            TimeUnit.MILLISECONDS.sleep(100);
            answer = question.get();
        }
        return answer;
    }
}
