package org.asterism.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.ClusterStarter;
import org.asterism.launcher.cluster.Network;
import picocli.CommandLine.Option;

/** The options of a part whose cluster is on several machines. */
final class NetworkOptions {

    @Option(
            names = "--listen",
            paramLabel = "HOST",
            description = "The address to listen on (default: 127.0.0.1, this machine alone).")
    private Optional<String> listen = Optional.empty();

    @Option(
            names = "--advertise",
            paramLabel = "HOST",
            description = "The name or address by which other machines reach this one (default: that of --listen).")
    private Optional<String> advertise = Optional.empty();

    @Option(
            names = "--hub",
            paramLabel = "URL",
            description =
                    "Where the hubs are: tcp://HOST:PORT, several with commas between (default: those of the base).")
    private Optional<String> hub = Optional.empty();

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "The cluster secret; a copy of it is kept in the base (default: the one of the base).")
    private Optional<Path> secretFile = Optional.empty();

    @Option(names = "--secret-env", paramLabel = "VARIABLE", description = "The same from an environment variable.")
    private Optional<String> secretVariable = Optional.empty();

    void apply(ClusterStarter starter) throws IOException, LauncherException {
        starter.use(Network.of(listen, advertise, hub));
        if (secretFile.isPresent()) {
            starter.adoptSecret(Files.readString(secretFile.get()));
        } else if (secretVariable.isPresent()) {
            String secret =
                    Optional.ofNullable(System.getenv(secretVariable.get())).orElse("");
            starter.adoptSecret(secret);
        }
    }
}
