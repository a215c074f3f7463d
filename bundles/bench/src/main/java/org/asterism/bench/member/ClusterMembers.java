package org.asterism.bench.member;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.asterism.bench.BenchException;
import org.asterism.cluster.ClusterService;
import org.asterism.connect.AsterismClient;
import org.asterism.lock.LockService;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageService;

/** Members of a real cluster: clients. */
public final class ClusterMembers implements BenchMembers {

    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final List<String> hubs;
    private final Path secretFile;

    private ClusterMembers(List<String> hubs, Path secretFile) {
        this.hubs = List.copyOf(hubs);
        this.secretFile = secretFile;
    }

    /** @param arguments the addresses of the hubs, separated by commas, and the file with the secret */
    public static ClusterMembers of(List<String> arguments) {
        return new ClusterMembers(List.of(arguments.get(0).split(",", -1)), Path.of(arguments.get(1)));
    }

    @Override
    public BenchMember join(String id) throws BenchException, InterruptedException {
        try {
            return new Joined(AsterismClient.builder()
                    .hubs(hubs)
                    .secretFile(secretFile)
                    .id(id)
                    .connectTimeout(CONNECT)
                    .connect());
        } catch (IOException e) {
            throw new BenchException("the cluster secret cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException | HubUnavailableException e) {
            throw new BenchException(e.getMessage(), e);
        }
    }

    private record Joined(AsterismClient client) implements BenchMember {

        @Override
        public ClusterService cluster() {
            return client.cluster();
        }

        @Override
        public MessageService messages() {
            return client.messages();
        }

        @Override
        public LockService locks() {
            return client.locks();
        }

        @Override
        public <T> T awaitService(Class<T> type, Duration timeout) throws BenchException, InterruptedException {
            return client.awaitService(type, timeout)
                    .orElseThrow(() -> new BenchException(
                            "nobody offers " + type.getName() + " within " + timeout.toSeconds() + " s"));
        }

        @Override
        public <T> void offer(Class<T> type, T service, Map<String, Object> properties) {
            client.offer(type, service, properties);
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
