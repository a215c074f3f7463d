package org.asterism.itests.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeaturesService;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/**
 * An instance that hosts its server node itself: the sample is dropped into {@code deploy/} while it runs, is served through
 * the dispatcher, and is no longer served when the file is gone. The hub is a process of its own. While the sample runs, locks
 * and the fence take part in transactions.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class EmbeddedInstanceHotDeploys {

    private static final Path HOME = Path.of(System.getProperty("karaf.home", ""));
    private static final Path DEPLOYED = HOME.resolve("deploy/shop.jar");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Inject
    @SuppressWarnings("unused") // injected to wait for it
    private BootFinished bootFinished;

    @Configuration
    public Option[] container() {
        int offset = Distribution.freePort() % 3_000;
        Path base = Path.of(
                System.getProperty("exam.directory"),
                "hub-" + ProcessHandle.current().pid());
        int dispatcher = Distribution.freePort();
        return new Option[] {
            composite(Distribution.container(
                    "embedded", 61616 + offset, dispatcher, base.resolve("secrets/cluster.secret"))),
            systemProperty("test.base").value(base.toString()),
            systemProperty("test.offset").value(Integer.toString(offset)),
            systemProperty("test.dispatcher").value(Integer.toString(dispatcher)),
            Distribution.configuration("org.asterism.servernode-1", Map.of("number", "1", "hosting", "embedded"))
        };
    }

    @Before
    public void startTheHub() throws Exception {
        asterism("start", "hub");
    }

    @After
    public void stopTheHub() throws Exception {
        asterism("stop", "--all");
    }

    @Test
    public void theSampleWhileItRuns() throws Exception {
        Files.createDirectories(DEPLOYED.getParent());
        for (String feature : List.of("asterism-embedded", "asterism-deploy")) {
            features.installFeature(feature, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
        }
        assertFalseServed();

        Files.copy(HOME.resolve("samples/shop.jar"), DEPLOYED);
        await(200);
        LocksInTransactions.keepStaleHoldersOut(context);

        Files.delete(DEPLOYED);
        await(404);
    }

    private static void assertFalseServed() throws Exception {
        int status = status();
        assertTrue("status before: " + status, status != 200);
    }

    private static void await(int expected) throws Exception {
        long start = System.nanoTime();
        int status = status();
        while (status != expected && System.nanoTime() - start < LIMIT.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(200);
            status = status();
        }
        assertEquals(expected, status);
    }

    /** What the dispatcher answers for the sample; 0 if nobody listens yet. */
    private static int status() throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + System.getProperty("test.dispatcher") + "/shop/api/whoami");
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static void asterism(String... words) throws Exception {
        Path output = Files.createTempFile("asterism", ".txt");
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        HOME.resolve("bin/asterism").toString(),
                                        "--base",
                                        System.getProperty("test.base"),
                                        "--port-offset",
                                        System.getProperty("test.offset")),
                                Stream.of(words))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertTrue(Files.readString(output), ended && process.exitValue() == 0);
        Files.delete(output);
    }
}
