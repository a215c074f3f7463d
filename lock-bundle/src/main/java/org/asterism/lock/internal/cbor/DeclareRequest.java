package org.asterism.lock.internal.cbor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.internal.ProcessMark;

/**
 * Locks the sender holds from an earlier life of the server.
 *
 * @param last whether these were the last ones
 * @param process the sender's, if it can be told
 */
public record DeclareRequest(List<Lock> locks, boolean last, Optional<ProcessMark> process) implements LockMessage {

    /** How many locks one request may tell of. */
    public static final int MAX_LOCKS = 1_000;

    private static final int MAX_BYTES = 900_000;
    private static final int OVERHEAD = 64;
    private static final int BYTES_PER_CHARACTER = 3;

    public DeclareRequest {
        locks = List.copyOf(locks);
        if (locks.size() > MAX_LOCKS) {
            throw new IllegalArgumentException("over " + MAX_LOCKS + " locks in one declaration");
        }
    }

    /**
     * One held lock.
     *
     * @param party who asked for it
     */
    public record Lock(long request, String session, String party, LockKey key, LockMode mode, long token) {

        /** How many bytes it has at most. */
        private int bytes() {
            int characters = session.length()
                    + party.length()
                    + key.namespace().length()
                    + key.name().length();
            for (String argument : key.arguments()) {
                characters += argument.length() + 1;
            }
            return OVERHEAD + characters * BYTES_PER_CHARACTER;
        }
    }

    /** As few declarations as there can be of all of these, one at least, each of which fits into a message. */
    public static List<DeclareRequest> of(List<Lock> locks, Optional<ProcessMark> process) {
        List<DeclareRequest> parts = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < locks.size(); i++) {
            int more = locks.get(i).bytes();
            if (i - from == MAX_LOCKS || bytes + more > MAX_BYTES) {
                parts.add(new DeclareRequest(locks.subList(from, i), false, Optional.empty()));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        parts.add(new DeclareRequest(locks.subList(from, locks.size()), true, process));
        return parts;
    }

    @Override
    public void write(CborWriter out) {
        out.list(locks, DeclareRequest::write);
        out.flag(last);
        out.list(process.stream().toList(), DeclareRequest::write);
    }

    private static void write(CborWriter out, ProcessMark process) {
        out.text(process.machine());
        out.uint(process.number());
        out.uint(process.start());
    }

    private static ProcessMark process(CborReader in) {
        return new ProcessMark(in.name(), in.amount(), in.amount());
    }

    private static void write(CborWriter out, Lock lock) {
        out.uint(lock.request());
        out.text(lock.session());
        out.text(lock.party());
        Keys.write(out, lock.key());
        Keys.write(out, lock.mode());
        out.uint(lock.token());
    }

    static DeclareRequest read(CborReader in) {
        return new DeclareRequest(
                in.list(MAX_LOCKS, DeclareRequest::lock),
                in.flag(),
                in.list(1, DeclareRequest::process).stream().findFirst());
    }

    private static Lock lock(CborReader in) {
        return new Lock(in.uint(), in.name(), in.name(), Keys.key(in), Keys.mode(in), in.uint());
    }
}
