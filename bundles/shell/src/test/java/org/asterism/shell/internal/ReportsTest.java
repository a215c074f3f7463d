package org.asterism.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
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
                ID   STATE        HOSTING  PID   RESTARTS  WEIGHT  URL                     APPLICATIONS  REASON
                a/1  UP           process  1022  2         1       http://127.0.0.1:20001  /admin /shop
                b/1  QUARANTINED  process  -     3         2       -                       -             died 4 times
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
        assertThat(new LockListing(Examples.LOCKS, List.of(Examples.LOCK)).text())
                .isEqualTo("""
                LOCK                 STATE  MEMBER  SESSION  MODE       COUNT  TOKEN        AGE
                shop:product[sku-1]  held   a/1     s-1      EXCLUSIVE  1      30064771073  250 ms
                shop:product[sku-1]  waits  b/1     s-2      SHARED     -      -            12 s

                1 held, 1 waiting; granted 10, released 9, timed out 1, refused 0, lost 0
                """);
    }

    @Test
    void aLockServerThatJustStartedSaysSo() {
        assertThat(new LockListing(new LockServerStatus(true, 0, 0, 0, 0, 0, 0, 0), List.of()).text())
                .endsWith("lost 0; the lock server waits for holders of its former life\n");
    }
}
