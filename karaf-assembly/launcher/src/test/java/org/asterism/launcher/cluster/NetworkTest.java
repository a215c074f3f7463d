package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerSpec;
import org.asterism.launcher.LauncherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @TempDir
    Path directory;

    @Test
    void oneMachineIsAtHomeOnTheLoopbackAddress() throws Exception {
        assertThat(Network.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(Network.LOCAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10.0.0.5 |        |                                     | 10.0.0.5
        0.0.0.0  | node-1 | tcp://hub:61616                     | node-1
        ::       | node-1 | ssl://h1.x:61616,ssl://h2.x:61616   | node-1
        """)
    void severalMachines(String listen, String advertise, String hubs, String advertised) throws Exception {
        Network network = Network.of(Optional.of(listen), Optional.ofNullable(advertise), Optional.ofNullable(hubs));

        assertThat(network.advertise()).isEqualTo(advertised);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.0.0.0     |        |                    | say with --advertise
        10.0.0.5:80 | a b    |                    | without a port
        10.0.0.5    |        | hub:61616          | write tcp://HOST:PORT
        10.0.0.5    |        | tcp://hub          | write tcp://HOST:PORT
        10.0.0.5    |        | tcp://a:1, tcp://b:2 | write tcp://HOST:PORT
        """)
    void saysWhatCannotBe(String listen, String advertise, String hubs, String message) {
        assertThatThrownBy(() ->
                        Network.of(Optional.of(listen), Optional.ofNullable(advertise), Optional.ofNullable(hubs)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining(message);
    }

    @Test
    void containersAreToldOfIt() throws Exception {
        Cluster cluster = new Cluster(
                directory,
                new ClusterLayout(directory),
                new ClusterPorts(0),
                new ClusterFile(0, List.of(new InstanceEntry("a", 1, 2, Hosting.PROCESS))));
        Network network = new Network("0.0.0.0", "node-1", Optional.of("tcp://hub:61616"));
        Containers containers = new Containers(cluster, network);

        ContainerSpec instance = containers.instance(cluster.instance("a"));
        ContainerSpec hub = containers.hub(new Target.Hub());

        assertThat(instance.settings())
                .containsEntry("asterism.dispatcher.host", "0.0.0.0")
                .containsEntry("asterism.http.host", "0.0.0.0")
                .containsEntry("asterism.http.advertise", "node-1")
                .containsEntry("asterism.hub.url", "tcp://hub:61616");
        assertThat(hub.settings()).containsEntry("asterism.hub.host", "0.0.0.0");
    }
}
