package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.asterism.container.ContainerLayout;
import org.asterism.container.FreePorts;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessIdentity.Stopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ServerTest {

    @TempDir
    Path directory;

    private H2Server server;
    private ProcessIdentity running;
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = FreePorts.next();
        server = new H2Server(new ContainerLayout(directory.resolve("database")));
        server.create("secret");
        restart();
    }

    @AfterEach
    void kill() throws InterruptedException {
        running.kill();
    }

    @Test
    void keepsWhatIsWrittenWhenItIsKilled() throws Exception {
        try (Connection connection = connect("secret");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sold (number INT)");
            statement.execute("INSERT INTO sold VALUES (42)");
            statement.execute("CHECKPOINT SYNC");
            assertThat(running.kill()).isEqualTo(Stopped.KILLED);
        } catch (SQLException closed) {
            assertThat(running.isAlive()).isFalse();
        }

        restart();

        try (Connection connection = connect("secret");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM sold")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> connect("wrong").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Wrong user name or password");
    }

    @Test
    void createsNoOtherDatabase() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> DriverManager.getConnection("jdbc:h2:tcp://127.0.0.1:" + port + "/other", "sa", "")
                                .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not found");
    }

    @Test
    void endsWhenAsked() throws Exception {
        assertThat(running.stop(Duration.ofSeconds(20))).isEqualTo(Stopped.TERMINATED);
    }

    private void restart() throws Exception {
        running = server.start(port).identity();
        await().atMost(Duration.ofSeconds(30)).until(() -> PortCheck.isOpen("127.0.0.1", port, Duration.ofSeconds(1)));
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(
                Datasource.own(new ClusterPorts(port - 9092)).url(), "asterism", password);
    }
}
