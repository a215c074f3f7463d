package org.asterism.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.launcher.FakeDistribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path base;

    @BeforeEach
    void nameTheBase() {
        base = directory.resolve("cluster");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dance              | Unmatched argument at index 2: 'dance'
        start              | Missing required subcommand
        start instance     | Missing required parameter: 'NAME'
        start instance A   | 'A' is no name
        start instance hub | no instance can be called 'hub'
        start instance a --hosting cloud | expected one of [PROCESS, EMBEDDED]
        start database --db jdbc:x | Missing required argument(s)
        stop               | Missing required argument (specify one of these): (NAME | --all)
        stop a --all       | are mutually exclusive
        kill a/0           | 'a/0' is no name
        kill               | Missing required parameter: 'NAME'
        logs a -n x        | Invalid value for option '--lines'
        status --port-offset x | Invalid value for option '--port-offset'
        deploy             | Missing required parameter: 'FILE
        undeploy           | Missing required parameter: 'NAME'
        rollback x         | Invalid value for positional parameter
        bench              | Missing required parameter: 'BENCHMARK'
        bench chess        | Invalid value for positional parameter
        drill fire         | Invalid value for positional parameter
        drill locks --minutes x | Invalid value for option '--minutes'
        """)
    void tellsHowACommandIsToBeWritten(String arguments, String message) {
        assertThat(run(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith("asterism: ").contains(message).endsWith("--help'.\n");
        assertThat(base).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        stop x             | asterism: there is no 'x' in the cluster in
        kill a/1           | asterism: there is no 'a/1' in the cluster in
        kill hub           | asterism: hub is not running
        logs hub           | asterism: there is no log of hub yet; it would be
        shell hub          | asterism: hub is not running; see 'asterism status'
        shell database     | asterism: the database has no shell
        status --port-offset 4000 | asterism: the port offset 4000 is out of range
        start instance a --nodes 65 | asterism: an instance has from 0 to 64 server nodes, not 65
        demo --instances 27 | asterism: the demo has from 1 to 26 instances, not 27
        start hub          | lib/boot; unpack it again
        support-bundle --log-size 0 | asterism: --log-size is from 1 to 100, not 0
        bench rpc          | asterism: the distribution is not complete: there is no
        drill locks --seed 1 --count 2 | asterism: the distribution is not complete: there is no
        bench members --url tcp://h:1 --restart-hub | asterism: --restart-hub restarts the hub of the base
        """)
    void failsWithOneMessage(String arguments, String message) {
        assertThat(run(arguments)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void namesAPortInUse() throws Exception {
        int offset = FakeDistribution.freeOffset();
        try (ServerSocket taken = new ServerSocket(61616 + offset, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("start hub --port-offset " + offset)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
            assertThat(err.toString()).contains("port " + taken.getLocalPort() + " of the hub is in use by process ");
        }
    }

    @Test
    void refusesABaseThatIsAFile() throws Exception {
        Files.writeString(base, "");

        assertThat(run("start hub")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(err.toString()).startsWith("asterism: ").contains(base.toString());
    }

    @Test
    void statusAndStopAllAreHarmlessWithoutACluster() {
        assertThat(run("status")).isZero();
        assertThat(out.toString()).contains("There is no instance yet");
        assertThat(run("stop --all")).isZero();
        assertThat(out.toString()).contains("Nothing was running.");
        assertThat(base).doesNotExist();
    }

    @Test
    void exitCodesAreAContract() {
        assertThat(run("status --check")).isEqualTo(3);
        assertThat(run("doctor --json")).isEqualTo(3);
        assertThat(out.toString()).contains("\"check\" : \"distribution\"");
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:").contains("3   'doctor' has found a problem");
    }

    @Test
    void takesGlobalOptionsBeforeAndAfterTheCommand() {
        CommandLine commandLine = commandLine();

        assertThat(commandLine.execute("--port-offset", "7", "status", "--json", "--base", base.toString()))
                .isZero();
        assertThat(out.toString()).contains("\"url\" : \"tcp://127.0.0.1:61623\"");
    }

    @Test
    void hasHelpForEveryCommandAndAVersionAndACompletionScript() {
        for (String command : List.of(
                "demo",
                "start",
                "start hub",
                "run hub",
                "run instance",
                "stop",
                "kill",
                "status",
                "doctor",
                "support-bundle",
                "logs",
                "shell",
                "bench")) {
            assertThat(run(command + " --help")).isZero();
            assertThat(out.toString()).contains("Usage: asterism " + command);
        }
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Asterism 1.").contains("Java 17");
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete -F _complete_asterism");
    }

    @Test
    void theShellOfAContainerGetsTheOptionsOfItsCommand() {
        assertThat(ShellCommand.line(List.of("asterism:watch", "--json"))).isEqualTo("asterism:watch --json");
        assertThat(ShellCommand.line(List.of("asterism:watch", "--", "--json"))).isEqualTo("asterism:watch --json");
        assertThat(ShellCommand.line(List.of("--", "asterism:watch"))).isEqualTo("asterism:watch");
    }

    private int run(String arguments) {
        List<String> all = new ArrayList<>(List.of(arguments.strip().split(" +", -1)));
        if (!all.contains("--version") && !all.contains("generate-completion")) {
            all.addAll(0, List.of("--base", base.toString()));
        }
        return commandLine().execute(all.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        return AsterismCommand.commandLine(directory.resolve("home"))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
    }
}
