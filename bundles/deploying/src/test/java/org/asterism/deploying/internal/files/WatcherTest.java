package org.asterism.deploying.internal.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asterism.deploying.Deploying;
import org.asterism.deploying.FileHash;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.Target;
import org.asterism.testing.deployment.InMemoryDeployments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatcherTest {

    private final InMemoryDeployments cluster = new InMemoryDeployments();
    private Path directory;
    private Path other;
    private long second;
    private Watcher watcher;

    @TempDir
    private Path root;

    @BeforeEach
    void open() throws Exception {
        directory = Files.createDirectory(root.resolve("a"));
        other = Files.createDirectory(root.resolve("b"));
        watcher = watcher(directory);
    }

    @Test
    void aDroppedFileIsDeployedAnUpdatedOneTooAndARemovedOneUndeployed() throws Exception {
        archive(directory.resolve("shop-1.0.war"), "one");
        rest(watcher);
        assertThat(cluster.deployments(1)).extracting(Deployment::name).containsExactly("shop");

        archive(directory.resolve("shop-1.0.war"), "another one");
        rest(watcher);
        assertThat(cluster.newest()).isEqualTo(2);

        Files.delete(directory.resolve("shop-1.0.war"));
        rest(watcher);
        assertThat(cluster.deployments(cluster.newest())).isEmpty();
        rest(watcher);
        assertThat(cluster.newest()).isEqualTo(3);
    }

    @Test
    void halfAFileIsNotDeployedAndTheReasonIsBesideIt() throws Exception {
        Path file = directory.resolve("shop.war");
        archive(file, "content");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        rest(watcher);
        assertThat(cluster.newest()).isZero();
        assertThat(Files.readString(directory.resolve("shop.war.failed"))).startsWith("it is no whole archive");

        Files.write(file, whole);
        rest(watcher);
        assertThat(cluster.newest()).isEqualTo(1);
        assertThat(directory.resolve("shop.war.failed")).doesNotExist();
    }

    @Test
    void whatCannotBeDeployedIsSaidAndForgottenWithTheFile() throws Exception {
        archive(directory.resolve("broken.jar"), "x");
        Files.writeString(directory.resolve("notes.txt"), "x");
        Files.writeString(directory.resolve(".hidden.jar"), "x");
        Files.writeString(directory.resolve("shop.war.part"), "x");
        rest(watcher);

        assertThat(Files.readString(directory.resolve("broken.jar.failed")))
                .isEqualTo("it is nothing that can be deployed\n");
        assertThat(Files.readString(directory.resolve("notes.txt.failed"))).startsWith("only .jar, .war, .kar are ");
        assertThat(directory.resolve(".hidden.jar.failed")).doesNotExist();
        assertThat(cluster.newest()).isZero();
    }

    @Test
    void aRollThatFailsIsNotRepeatedForTheSameFile() throws Exception {
        cluster.failRolls();
        archive(directory.resolve("shop.war"), "bad");
        rest(watcher);
        rest(watcher);

        assertThat(cluster.newest()).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("shop.war.failed")))
                .isEqualTo("generation 1 is failed: a/1 was not healthy with it\n");

        Files.delete(directory.resolve("shop.war"));
        rest(watcher);
        assertThat(cluster.deployments(2)).isEmpty();
        assertThat(directory.resolve("shop.war.failed")).doesNotExist();
    }

    @Test
    void twoInstancesWithTheSameFileDoNotQuarrel() throws Exception {
        Watcher second = watcher(other);
        archive(directory.resolve("shop.war"), "one");
        archive(other.resolve("shop.war"), "one");
        rest(watcher);
        rest(second);
        rest(watcher);
        assertThat(cluster.newest()).isEqualTo(1);

        archive(other.resolve("shop.war"), "a newer one");
        rest(second);
        rest(watcher);
        assertThat(cluster.newest()).isEqualTo(2);

        Files.delete(directory.resolve("shop.war"));
        rest(watcher);
        rest(second);
        assertThat(cluster.newest()).isEqualTo(2);
        assertThat(cluster.deployments(2)).hasSize(1);
    }

    @Test
    void whatWasDeployedInAFormerLifeIsRemembered() throws Exception {
        archive(directory.resolve("shop.war"), "one");
        rest(watcher);

        Watcher next = watcher(directory);
        rest(next);
        assertThat(cluster.newest()).isEqualTo(1);
        Files.delete(directory.resolve("shop.war"));
        rest(next);
        assertThat(cluster.deployments(2)).isEmpty();
    }

    private Watcher watcher(Path watched) throws IOException {
        Deploying deploying = new Deploying(
                cluster, cluster, (file, sent) -> cluster.store(FileHash.of(file), Files.size(file)), line -> {});
        return new Watcher(
                new Directory(watched),
                new DeployedFiles(root.resolve(watched.getFileName() + ".properties")),
                new Drop(deploying, Target.CLUSTER, "deploy/"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10));
    }

    /** So long that everything has rested. */
    private void rest(Watcher looking) throws Exception {
        for (int i = 0; i < 4; i++) {
            second++;
            looking.look(Duration.ofSeconds(second));
        }
    }

    private void archive(Path file, String content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("content"));
            zip.write(content.getBytes(UTF_8));
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000 * (1 + second)));
    }
}
