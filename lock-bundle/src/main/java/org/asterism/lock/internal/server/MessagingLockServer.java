package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.internal.Claim;
import org.asterism.lock.internal.LockCommand;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockTable;
import org.asterism.lock.internal.Owner;
import org.asterism.lock.internal.Ticket;
import org.asterism.lock.internal.cbor.AcquireRequest;
import org.asterism.lock.internal.cbor.DeclareRequest;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.ReleaseNotice;
import org.asterism.lock.internal.cbor.RenewRequest;
import org.asterism.lock.internal.cbor.TableMessage;
import org.asterism.lock.internal.cbor.Topics;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the lock table to the cluster. */
public final class MessagingLockServer implements LockServer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessagingLockServer.class);
    private static final Duration READ = Duration.ofSeconds(2);

    private final ClusterService cluster;
    private final LockTableThread thread;
    private final LockAnswers answers;
    private final LockCodec codec = new LockCodec();
    private final List<AutoCloseable> ends = new ArrayList<>();

    /** Serves until it is closed. */
    public static MessagingLockServer start(
            ClusterService cluster, MessageService messages, LockServerSettings settings, LongSupplier nanoTime) {
        MessagingLockServer server = new MessagingLockServer(cluster, settings, nanoTime);
        server.listen(messages);
        LOG.info(
                "lock server up: lease {} ms, nothing is granted until all have declared",
                settings.lease().toMillis());
        return server;
    }

    private MessagingLockServer(ClusterService cluster, LockServerSettings settings, LongSupplier nanoTime) {
        this.cluster = cluster;
        this.answers = new LockAnswers(codec, settings.lease());
        this.thread = new LockTableThread(settings, nanoTime, answers::tell);
    }

    private void listen(MessageService messages) {
        ends.add(() -> thread.close(answers::withdrawAll));
        MembershipFeed feed = new MembershipFeed(command -> thread.apply(command, answers::tell));
        ends.add(cluster.subscribe(feed));
        feed.begin(cluster);
        ends.add(messages.serve(Topics.DECLARE, message -> lease(message, this::declaration)));
        ends.add(messages.serve(Topics.RENEW, message -> lease(message, this::renewal)));
        ends.add(messages.serve(Topics.ACQUIRE, this::table));
    }

    @Override
    public List<LockInfo> locks(LockFilter filter, int limit) {
        return read(table -> now -> table.locks(filter, limit, now));
    }

    @Override
    public List<LockInfo> overlapping(LockKey key) {
        return read(table -> now -> table.overlapping(key, now));
    }

    @Override
    public LockStatistics statistics() {
        return read(table -> table::statistics);
    }

    @Override
    public List<Deadlock> deadlocks() {
        return read(table -> now -> table.deadlocks());
    }

    @Override
    public int release(LockKey key, String by, String reason) {
        throw new UnsupportedOperationException("to come");
    }

    @Override
    public LockServerStatus status() {
        return read(table -> now -> table.status());
    }

    private CompletionStage<byte[]> table(Message message) {
        TableMessage said = codec.table(message.payload());
        if (said instanceof ReleaseNotice notice) {
            release(message, notice);
            return CompletableFuture.completedFuture(new byte[0]);
        }
        return acquire(message, (AcquireRequest) said);
    }

    private CompletionStage<byte[]> acquire(Message message, AcquireRequest asked) {
        Ticket ticket = new Ticket(sender(message), asked.first());
        LockCommand command = new Acquire(
                ticket.owner(),
                asked.session(),
                asked.session(),
                asked.first(),
                asked.locks(),
                Duration.ZERO,
                Duration.ofMillis(asked.patienceMillis()));
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        if (thread.hasRoom()) {
            thread.apply(command, effects -> {
                answers.expect(ticket, answer);
                answers.tell(effects);
            });
        } else {
            answers.refuse(answer, "the lock server has too many requests");
        }
        return answer;
    }

    private CompletionStage<byte[]> lease(Message message, Function<Message, LockCommand> read) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        thread.apply(read.apply(message), effects -> answers.tell(effects, answer));
        return answer;
    }

    private LockCommand declaration(Message message) {
        Owner owner = sender(message);
        DeclareRequest request = codec.decode(message.payload(), DeclareRequest.class);
        List<Declared> locks = request.locks().stream()
                .map(lock -> new Declared(
                        new Claim(
                                new Ticket(owner, lock.request()),
                                lock.session(),
                                lock.session(),
                                lock.key(),
                                lock.mode()),
                        lock.token()))
                .toList();
        return new Declare(owner, locks, request.last());
    }

    private LockCommand renewal(Message message) {
        RenewRequest request = codec.decode(message.payload(), RenewRequest.class);
        return new Renew(sender(message), request.upTo(), request.requests());
    }

    private void release(Message message, ReleaseNotice notice) {
        Owner owner = new Owner(message.sender(), message.incarnation());
        notice.requests().forEach(request -> thread.apply(new Release(new Ticket(owner, request)), answers::tell));
    }

    /** A life that has been replaced takes no locks any more. */
    private Owner sender(Message message) {
        boolean replaced = cluster.view()
                .member(message.sender())
                .filter(member -> !member.incarnation().equals(message.incarnation()))
                .isPresent();
        if (replaced) {
            throw new IllegalStateException(message.sender() + " has a new incarnation");
        }
        return new Owner(message.sender(), message.incarnation());
    }

    private <T> T read(Function<LockTable, Function<Duration, T>> question) {
        try {
            return thread.read((table, now) -> question.apply(table).apply(now))
                    .get(READ.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the lock server does not answer", e);
        }
    }

    @Override
    public void close() {
        for (int i = ends.size() - 1; i >= 0; i--) {
            end(ends.get(i));
        }
        LOG.info("lock server down");
    }

    private static void end(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            LOG.warn("could not stop serving", e);
        }
    }
}
