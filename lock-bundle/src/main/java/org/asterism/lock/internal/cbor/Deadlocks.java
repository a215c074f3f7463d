package org.asterism.lock.internal.cbor;

import java.time.Duration;
import org.asterism.cluster.MemberId;
import org.asterism.lock.Deadlock;
import org.asterism.lock.Deadlock.Link;

/** How deadlocks are written. */
final class Deadlocks {

    private static final int MAX_LINKS = 1_000;

    private Deadlocks() {}

    static void write(CborWriter out, Deadlock deadlock) {
        out.uint(deadlock.victim() + 1);
        out.list(deadlock.cycle(), Deadlocks::write);
    }

    static Deadlock read(CborReader in) {
        int victim = (int) in.uint() - 1;
        return new Deadlock(in.list(MAX_LINKS, Deadlocks::link), victim);
    }

    private static void write(CborWriter out, Link link) {
        out.text(link.member().value());
        out.text(link.session());
        out.text(link.party());
        Keys.write(out, link.waitsFor());
        Keys.write(out, link.mode());
        out.uint(link.age().toNanos());
        out.list(link.stack(), CborWriter::text);
    }

    private static Link link(CborReader in) {
        return new Link(
                new MemberId(in.text()),
                in.text(),
                in.text(),
                Keys.key(in),
                Keys.mode(in),
                Duration.ofNanos(in.amount()),
                in.list(StacksAnswer.MAX_FRAMES, CborReader::text));
    }
}
