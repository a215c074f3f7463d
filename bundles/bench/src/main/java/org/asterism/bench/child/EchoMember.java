package org.asterism.bench.child;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asterism.bench.BenchException;
import org.asterism.bench.member.BenchMember;
import org.asterism.bench.member.BenchMembers;
import org.asterism.bench.member.Echo;
import org.asterism.bench.member.NonblockingEcho;
import org.asterism.messaging.Serving;

/** {@code offer ID}: joins and offers an echo in three ways: as a service, as one that never blocks, and by messages. */
final class EchoMember implements Role {

    /** The topic on which requests are answered. */
    static final String TOPIC = "bench.echo";

    private final BenchMembers members;

    EchoMember(BenchMembers members) {
        this.members = members;
    }

    @Override
    @SuppressWarnings({"MustBeClosedChecker", "resource"}) // all of it ends with the process
    public String answer(List<String> command) throws BenchException, InterruptedException {
        if (!command.get(0).equals("offer")) {
            throw new BenchException("unknown command " + command);
        }
        BenchMember member = members.join(command.get(1));
        member.messages().serve(TOPIC, request -> CompletableFuture.completedFuture(request.payload()), Serving.DIRECT);
        Echo echo = payload -> payload;
        NonblockingEcho nonblocking = payload -> payload;
        member.offer(Echo.class, echo, Map.of());
        member.offer(NonblockingEcho.class, nonblocking, Map.of(NonblockingEcho.PROPERTY, true));
        return member.cluster().self().value();
    }
}
