package org.asterism.persistence.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.asterism.persistence.MigrationSet;
import org.asterism.persistence.internal.Backoff;
import org.asterism.persistence.internal.InMemoryStore;
import org.asterism.persistence.internal.MigrationRun;
import org.asterism.persistence.internal.OneLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTaskTest {

    @TempDir
    private Path directory;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final InMemoryStore store = new InMemoryStore();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final MigrationRun run = new MigrationRun(store, new OneLock(), Duration.ofSeconds(1));
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("shop.sql"), "--liquibase formatted sql");
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private SchemaTask task() {
        return task(new FileSet(file));
    }

    private SchemaTask task(MigrationSet set) {
        Backoff retry = new Backoff(Duration.ofMillis(1), Duration.ofMillis(20));
        return new SchemaTask(set, run, this::publish, retry, executor);
    }

    private Runnable publish(String schema) {
        told.add("up " + schema);
        return () -> told.add("down " + schema);
    }

    @Test
    void publishesTheSchemaAndWithdrawsIt() {
        SchemaTask task = task();
        task.start();
        await().until(() -> told.contains("up shop"));
        task.close();
        task.close();
        assertThat(told).containsExactly("up shop", "down shop");
        assertThat(store.applied).containsExactly("shop");
    }

    @Test
    void triesAgainUntilTheDatabaseIsThere() {
        store.failTimes(5);
        SchemaTask task = task();
        task.start();
        await().until(() -> told.contains("up shop"));
        task.close();
    }

    @Test
    void triesAgainWhenTheChangeLogIsNotThereYet() throws IOException {
        Files.delete(file);
        SchemaTask task = task();
        task.start();
        await().until(() -> executor.getCompletedTaskCount() > 2);
        assertThat(told).isEmpty();
        write();
        await().until(() -> told.contains("up shop"));
        task.close();
    }

    @Test
    void stopsTryingOnceItIsClosed() {
        store.failTimes(Integer.MAX_VALUE);
        SchemaTask task = task();
        task.start();
        await().until(() -> executor.getCompletedTaskCount() > 2);
        task.close();
        await().until(() ->
                executor.getActiveCount() == 0 && executor.getQueue().stream().allMatch(this::isCancelled));
        assertThat(told).isEmpty();
    }

    @Test
    void publishesNothingOnceItIsClosed() {
        List<SchemaTask> tasks = new ArrayList<>();
        MigrationSet closing = new FileSet(file) {
            @Override
            public URL changeLog() {
                tasks.get(0).close();
                boolean unused = Thread.interrupted(); // a driver may do so
                return super.changeLog();
            }
        };
        tasks.add(task(closing));
        tasks.get(0).start();
        await().until(() -> executor.getCompletedTaskCount() == 1);
        assertThat(store.applied).containsExactly("shop");
        assertThat(told).isEmpty();
    }

    private boolean isCancelled(Runnable queued) {
        return queued instanceof java.util.concurrent.Future<?> future && future.isCancelled();
    }

    private static class FileSet implements MigrationSet {

        private final Path file;

        FileSet(Path file) {
            this.file = file;
        }

        @Override
        public String schema() {
            return "shop";
        }

        @Override
        public URL changeLog() {
            try {
                return file.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
