package org.asterism.protocol.member;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asterism.cluster.MemberId;

/** A request that waits for its answer. */
final class Pending {

    private final long correlation;
    private final String topic;
    private final long deadline;
    private final boolean direct;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private volatile Optional<MemberId> to;

    /**
     * @param to who is asked; empty as long as the hub has not chosen
     * @param deadline on the monotonic clock
     * @param direct whether the answer is completed by the network thread
     */
    Pending(long correlation, Optional<MemberId> to, String topic, long deadline, boolean direct) {
        this.correlation = correlation;
        this.to = to;
        this.topic = topic;
        this.deadline = deadline;
        this.direct = direct;
    }

    long correlation() {
        return correlation;
    }

    String topic() {
        return topic;
    }

    long deadline() {
        return deadline;
    }

    boolean direct() {
        return direct;
    }

    CompletableFuture<byte[]> answer() {
        return answer;
    }

    Optional<MemberId> to() {
        return to;
    }

    boolean isTo(MemberId member) {
        return to.filter(member::equals).isPresent();
    }

    /** The hub has chosen. */
    void routed(MemberId chosen) {
        to = Optional.of(chosen);
    }

    @Override
    public String toString() {
        return "request '" + topic + "' to " + to.map(MemberId::value).orElse("whoever is there");
    }
}
