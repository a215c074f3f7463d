package org.asterism.bench.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.asterism.bench.BenchException;
import org.asterism.bench.member.ClusterMembers;

/** The main class of a process that takes part. */
public final class Child {

    private Child() {}

    /** @param arguments the role and what it needs */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            Role role = role(arguments);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(reply(role, List.of(line.split(" ", -1))));
            }
        } finally {
            Runtime.getRuntime().halt(0); // whatever it has begun ends with it
        }
    }

    private static String reply(Role role, List<String> command) {
        try {
            return Replies.ok(role.answer(command));
        } catch (Exception e) {
            return Replies.failed(e);
        }
    }

    private static Role role(String[] arguments) {
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            return switch (arguments[0]) {
                case "netty-echo" -> new NettyEcho();
                case "echo-member" -> new EchoMember(ClusterMembers.of(rest));
                case "subscribers" -> new Subscribers(ClusterMembers.of(rest));
                case "netty-locks" -> new NettyLocks();
                case "lock-holder" -> new LockHolder(ClusterMembers.of(rest));
                case "http-backend" -> new HttpNode();
                case "byte-pump" -> new Pump(rest);
                case "program" -> new Program(rest);
                case "crowd" -> new Crowd(ClusterMembers.of(rest));
                default -> throw new BenchException("there is no role " + arguments[0]);
            };
        } catch (Exception e) {
            return command -> {
                throw e;
            };
        }
    }
}
