package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.lock.LockMode;
import org.junit.jupiter.api.Test;

/** What has ended may be in the heap for long: it must not lead to what came after it, or that would stay as well. */
class LinksTest {

    private final Actor actor = new Actor(new OwnerBook(TableFixture.A), "session");
    private final LockEntry entry = new LockEntry(Area.root(), "key");
    private final Grant first = grant(1);
    private final Grant second = grant(2);
    private final Grant third = grant(3);

    private Grant grant(long number) {
        return new Grant(entry, actor, actor, LockMode.SHARED, number, number, 0);
    }

    @Test
    void endedGrantsLeadNowhere() {
        Ages ages = new Ages();
        ages.add(first);
        ages.add(second);
        ages.add(third);

        ages.remove(second);

        assertThat(second.older).isNull();
        assertThat(second.newer).isNull();
        assertThat(first.newer).isSameAs(third);
        assertThat(third.older).isSameAs(first);
    }

    @Test
    void grantsThatLeftTheirKeyLeadNowhere() {
        entry.add(first);
        entry.add(second);
        entry.add(third);

        entry.remove(second);

        assertThat(second.next).isNull();
        assertThat(second.previous).isNull();
        assertThat(entry.grants).isSameAs(third);
        assertThat(third.next).isSameAs(first);
        assertThat(first.previous).isSameAs(third);
    }

    @Test
    void whoWatchesNothingLeadsNowhere() {
        Request watching = request(1);
        Request other = request(2);
        first.watch(watching);
        first.watch(other);

        first.unwatch(other);

        assertThat(other.nextWatcher).isNull();
        assertThat(first.watcher()).isSameAs(watching);
        assertThat(watching.previousWatcher).isNull();
    }

    private Request request(long number) {
        return new Request(new Request.Asker(number, 0, number, 0), actor, actor, null);
    }
}
