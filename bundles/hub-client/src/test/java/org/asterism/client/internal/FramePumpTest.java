package org.asterism.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;
import org.asterism.protocol.frame.Frame;
import org.asterism.protocol.frame.Run;
import org.asterism.protocol.member.Receipt;
import org.junit.jupiter.api.Test;

class FramePumpTest {

    private static final Life SELF = new Life(new MemberId("a"), "i");
    private static final String TO_B = Addresses.member(new MemberId("b"));

    private final WireQueue queue = new WireQueue(1 << 20, 1 << 20);
    private final ManualPipe pipe = new ManualPipe();
    private final List<Long> confirmed = new ArrayList<>();
    private final FramePump pump = new FramePump(SELF, queue, pipe, confirmed::add);

    @Test
    void whateverWaitsLeavesInOneFrame() {
        pump.open();
        offer(Kind.SEND, 1);
        offer(Kind.SEND, 2);
        offer(Kind.REQUEST, 0);
        pipe.run();
        assertThat(pipe.frames).hasSize(1);
        assertThat(pipe.frames.get(0).runs()).hasSize(2);
    }

    @Test
    void nothingButTheIntroductionLeavesBeforeItIsOpen() {
        pump.introduce(new byte[] {1});
        offer(Kind.SEND, 1);
        pipe.run();
        assertThat(pipe.frames).hasSize(1);
        assertThat(pipe.frames.get(0).runs()).extracting(Run::address).containsExactly(Addresses.CONTROL);
        pump.open();
        pipe.run();
        assertThat(pipe.frames).hasSize(2);
    }

    @Test
    void onlyWhatIsToBeConfirmedIsNumbered() {
        pump.open();
        offer(Kind.REQUEST, 0);
        pipe.run();
        offer(Kind.SEND, 1);
        pipe.run();
        offer(Kind.REQUEST, 0);
        pipe.run();
        offer(Kind.SEND, 2);
        pipe.run();
        assertThat(pipe.frames).extracting(Frame::number).containsExactly(0L, 1L, 0L, 2L);
    }

    @Test
    void aConfirmedFrameConfirmsWhatItCarried() {
        pump.open();
        offer(Kind.SEND, 7);
        offer(Kind.SEND, 8);
        pipe.run();
        offer(Kind.SEND, 9);
        pipe.run();
        pump.confirmed(0);
        assertThat(confirmed).isEmpty();
        pump.confirmed(1);
        assertThat(confirmed).containsExactly(8L);
        pump.confirmed(2);
        assertThat(confirmed).containsExactly(8L, 9L);
    }

    @Test
    void nothingLeavesWhileTheNetworkTakesNothing() {
        pump.open();
        pipe.writable = false;
        offer(Kind.SEND, 1);
        pipe.run();
        assertThat(pipe.frames).isEmpty();
        pipe.writable = true;
        pump.signal();
        pipe.run();
        assertThat(pipe.frames).hasSize(1);
    }

    @Test
    void whatWasHeardIsConfirmedWithinATickAndOnlyOnce() {
        pump.open();
        Receipt first = pump.intake().take(1);
        pump.intake().take(2).release();
        pump.tick();
        pipe.run();
        assertThat(pipe.frames).as("the first is still being heard").isEmpty();
        first.release();
        pump.tick();
        pipe.run();
        assertThat(pipe.frames).extracting(Frame::confirmed).containsExactly(2L);
        pump.tick();
        pipe.run();
        assertThat(pipe.frames).hasSize(1);
    }

    @Test
    void isDrainedWhenEverythingHasLeft() {
        pump.open();
        pipe.writable = false;
        offer(Kind.SEND, 1);
        var drained = pump.drained();
        pipe.run();
        assertThat(drained).isNotDone();
        pipe.writable = true;
        pump.signal();
        pipe.run();
        assertThat(drained).isDone();
    }

    private void offer(Kind kind, long position) {
        Envelope envelope = new Envelope(kind, SELF.id(), SELF.incarnation(), position, "t", 0, new byte[] {1});
        assertThat(queue.offer(new Outgoing.Letter(TO_B, envelope, position))).isTrue();
        pump.signal();
    }

    /** A connection whose network thread is the test. */
    private static final class ManualPipe implements Pipe {
        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private final List<Frame> frames = new ArrayList<>();
        private boolean writable = true;

        @Override
        public boolean isWritable() {
            return writable;
        }

        @Override
        public void write(byte[] bytes, int length) {
            try {
                frames.add(Frame.read(Arrays.copyOf(bytes, length)));
            } catch (CodecException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void run() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }
}
