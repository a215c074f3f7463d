package org.asterism.lock.internal.client;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asterism.lock.internal.cbor.StacksAnswer;

/**
 * Who waits and who holds: a thread by its name and number, {@code worker-3#42}, or a thread within a session that may pass from
 * thread to thread, {@code worker-3#42/17}. Deadlocks are circles of these: what a thread took in a session of that kind
 * is not its own to release when it works for another one.
 */
final class Party {

    private static final int MAX_NAME = 150;
    private static final char MARK = '#';
    private static final char SESSION = '/';

    private Party() {}

    static String thisThread() {
        Thread thread = Thread.currentThread();
        return shortened(thread.getName()) + MARK + thread.getId();
    }

    static String thisThread(String session) {
        return thisThread() + SESSION + session;
    }

    /** Where it stands, top first; empty if there is no such thread. */
    static List<String> stack(String party) {
        return thread(party).stream()
                .flatMap(info -> Stream.of(info.getStackTrace()))
                .map(StackTraceElement::toString)
                .toList();
    }

    private static Optional<ThreadInfo> thread(String party) {
        int mark = party.lastIndexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        try {
            int end = party.indexOf(SESSION, mark);
            long id = Long.parseLong(party.substring(mark + 1, end < 0 ? party.length() : end));
            ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(id, StacksAnswer.MAX_FRAMES);
            return Optional.ofNullable(info)
                    .filter(thread -> shortened(thread.getThreadName()).equals(party.substring(0, mark)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not the name of a thread: a session
        }
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), MAX_NAME));
    }
}
