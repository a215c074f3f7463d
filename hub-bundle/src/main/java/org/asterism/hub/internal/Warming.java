package org.asterism.hub.internal;

import java.time.Duration;
import org.asterism.protocol.ControlMessage.Register;

/**
 * How long a new hub waits for the members of the former one.
 *
 * <ol>
 *   <li>It ends completely when everyone whom returning members remember is back or dead and for a while nobody else has
 *       returned: {@link #QUIET} if {@link Memories} prove that nobody is missing, {@link #DOUBTFUL} otherwise, for someone
 *       may come who knows more.
 *   <li>It ends with the grace time at the latest; completely only if everyone who is remembered is accounted for.
 *   <li>As long as nobody has returned it is not known who is missing.
 * </ol>
 */
final class Warming {

    /** Those who come in one rush are heard in less. */
    static final Duration QUIET = Duration.ofMillis(200);

    /** A member pauses up to a second between two attempts to connect. */
    static final Duration DOUBTFUL = Duration.ofMillis(1200);

    private final Duration grace;
    private final Expectations expectations;
    private final Memories memories = new Memories();
    private long opened;
    private long lastReturn;
    private boolean over;
    private boolean complete;

    Warming(Duration grace, Expectations expectations, long now) {
        this.grace = grace;
        this.expectations = expectations;
        open(now);
    }

    /** From now on members can return. */
    void open(long now) {
        opened = now;
        lastReturn = now;
    }

    boolean over() {
        return over;
    }

    /** Once it is over: whether everyone is accounted for. */
    boolean complete() {
        return complete;
    }

    /** Someone is back who knows a former hub. */
    void returned(Register register, long now) {
        memories.add(register);
        lastReturn = now;
    }

    /** Whether it ends now. */
    boolean ends(long now) {
        if (over || !(settled(now) || now - opened >= grace.toNanos())) {
            return false;
        }
        over = true;
        complete = everyoneIsBack();
        return true;
    }

    private boolean settled(long now) {
        if (!everyoneIsBack()) {
            return false;
        }
        long quiet = now - lastReturn;
        return quiet >= DOUBTFUL.toNanos() || (quiet >= QUIET.toNanos() && memories.confirmed(expectations::isGone));
    }

    private boolean everyoneIsBack() {
        return !memories.isEmpty() && expectations.met();
    }
}
