package org.asterism.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.documents.LockPage;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServerStatus;
import org.junit.jupiter.api.Test;

class ReportsTest {

    @Test
    void members() {
        assertThat(new MemberListing(Examples.VIEW).text()).isEqualTo("""
                ID   KIND         STATE    HOST    PID   SINCE                 VERSION  LABELS
                a    instance     UP       host-1  101   2026-01-01T00:00:00Z  1.0.0    rack:7 zone:eu
                a/1  server-node  JOINING  host-1  1022  2026-01-01T00:00:00Z  1.0.0
                """);
    }

    @Test
    void aStaleViewSaysSo() {
        assertThat(new MemberListing(Examples.STALE).text()).isEqualTo("""
                The link to the hub is down; this is the last that was known.
                ID  KIND      STATE  HOST    PID  SINCE                 VERSION  LABELS
                a   instance  UP     host-1  101  2026-01-01T00:00:00Z  1.0.0    rack:7 zone:eu
                """);
    }

    @Test
    void services() {
        assertThat(new ServiceListing(Examples.VIEW).text()).isEqualTo("""
                MEMBER  INTERFACES        SCOPE    ID
                a       ServerNode Other  cluster  x-1
                hub     LockServer        cluster  lock-server
                """);
    }

    @Test
    void nodes() {
        assertThat(new NodeListing(List.of(Examples.STOPPED, Examples.UP)).text())
                .isEqualTo("""
                ID   STATE        SINCE                 HOSTING  PID   RESTARTS  WEIGHT  URL                     APPLICATIONS  REASON
                a/1  UP           2026-11-30T12:00:00Z  process  1022  2         1       http://127.0.0.1:20001  /admin /shop  debugger: 127.0.0.1:20005
                b/1  QUARANTINED  -                     process  -     3         2       -                       -             died 4 times
                """);
    }

    @Test
    void hub() {
        assertThat(new HubReport(new MemberId("a"), Examples.VIEW, Optional.of(Examples.ANSWER), "").text())
                .isEqualTo("""
                        AS SEEN BY  a
                        link        up
                        epoch       7
                        revision    42
                        warming     false
                        members     2
                        services    2

                        AS THE HUB SAYS
                        epoch               7
                        revision            42
                        warming             false
                        uptime              90 s
                        members             2
                        services            2
                        messages carried    1234
                        messages refused    5
                        bytes waiting       2048
                        slow consumers      1
                        slow consumers cut  0

                        MEMBER  STATE    ADDRESS          LAST HEARD  FRAMES IN  FRAMES OUT  BYTES WAITING  SLOW
                        a       UP       127.0.0.1:40001  20 ms       100        200         0              -
                        a/1     JOINING  127.0.0.1:40002  12 s        7          9           2048           slow
                        """);
    }

    @Test
    void aSilentHub() {
        assertThat(new HubReport(new MemberId("a"), Examples.VIEW, Optional.empty(), "no answer in 10 s").text())
                .contains("link        up")
                .endsWith("\nThe hub did not answer: no answer in 10 s\n");
    }

    @Test
    void aHubThatIsAway() {
        assertThat(new HubReport(new MemberId("a"), Examples.STALE, Optional.empty(), "the link to it is down").text())
                .contains("link        down")
                .endsWith("\nThe hub is away: the link to it is down\n");
    }

    @Test
    void theBeginningOfAWatch() {
        assertThat(new ViewReport(Examples.STALE).text()).isEqualTo("""
                The link to the hub is down; this is the last that was known.
                ID  KIND      STATE  HOST    PID  SINCE                 VERSION  LABELS
                a   instance  UP     host-1  101  2026-01-01T00:00:00Z  1.0.0    rack:7 zone:eu

                MEMBER  INTERFACES  SCOPE  ID

                """);
    }

    @Test
    void locks() {
        assertThat(ExampleReports.LOCKS.text()).isEqualTo("""
                LOCK                 STATE    MEMBER  SESSION  PARTY    MODE        COUNT  TOKEN        AGE
                shop:product[sku-1]  held     a/1     s-1      http#42  EXCLUSIVE   1      30064771073  250 ms
                shop:product[sku-1]  waits 1  b/1     s-2      -        SHARED      -      -            12 s
                shop:product[sku-1]  waits 2  a/1     s-3      main#1   OPTIMISTIC  -      -            3 min

                1 held, 1 waiting; granted 10, released 9, timed out 1, refused 0, lost 0
                """);
    }

    @Test
    void aLockServerThatJustStartedSaysSo() {
        LockPage page = new LockPage(new LockServerStatus(true, 0, 0, 0, 0, 0, 0, 0), List.of(), true);

        assertThat(new LockListing(page).text())
                .contains("\n... and more: see --limit\n")
                .endsWith("lost 0; the lock server waits for holders of its former life\n");
        assertThat(new LockView(LockKey.of("shop", "product", "a b"), page).text())
                .isEqualTo(
                        "nobody holds or waits for shop:product[a b]; the lock server waits for holders of its former life\n");
    }

    @Test
    void oneLock() {
        assertThat(new LockView(Examples.LOCK.key(), Examples.page(List.of(Examples.LOCK), false)).text())
                .startsWith("LOCK  ")
                .contains("\nshop:product[sku-1]  held     a/1 ")
                .hasLineCount(4);
    }

    @Test
    void aLockThatWasTaken() {
        assertThat(new LockRelease(Examples.LOCK.key(), "karaf at a", "a/1 hangs", 1).text())
                .isEqualTo(
                        "shop:product[sku-1] was taken from 1 session; they are told, and the hub logs that karaf at a "
                                + "asked for it: a/1 hangs\n");
    }

    @Test
    void theNumbersOfTheLockServer() {
        assertThat(new LockStatisticsReport(Examples.STATISTICS).text()).isEqualTo("""
                NOW              SINCE THE HUB STARTED
                held     1       granted                10
                waiting  1       had to wait            7
                entries  2       released               9
                owners   4       timed out              1
                oldest   250 ms  refused                0
                                 lost                   0
                                 forced                 1
                                 promoted               2
                                 deadlocks              1
                                 most held              5
                                 most waiting           3

                TIME    COUNT  P50     P99    MAX
                held    9      850 µs  19 ms  3 min
                waited  6      2 ms    12 s   12 s

                NAMESPACE  HELD  WAITING  GRANTED
                crm        0     0        1
                shop       1     1        9

                MOST LOCKS  LOCKS
                b/1         3
                a/1         1

                Bounds that were reached, the last one first: max.locks
                """);
    }

    @Test
    void deadlocks() {
        assertThat(new DeadlockListing(List.of(Examples.DEADLOCK)).text()).isEqualTo("""
                2 waited in a circle, each for the next one:
                  a/1 http#42 (session …-12) waited 12 ms for shop:product[sku-2] EXCLUSIVE
                      at x.Cart.add(Cart.java:7)
                      at x.Main.main(Main.java:1)
                  b/1 http#17 (session …-12) waited 12 ms for shop:product[sku-1] EXCLUSIVE, and was given up
                """);
        assertThat(new DeadlockListing(List.of()).text()).isEqualTo("no deadlock since the hub started\n");
        assertThat(new DeadlockListing(
                                List.of(new Deadlock(Examples.DEADLOCK.cycle().subList(0, 1), -1)))
                        .text())
                .startsWith("one waited for itself:\n")
                .doesNotContain("given up");
    }
}
