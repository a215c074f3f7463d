package org.asterism.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherCounts;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.Ejection;
import org.asterism.dispatcher.PlaceReport;
import org.asterism.dispatcher.TargetReport;
import org.asterism.dispatcher.Traffic;
import org.asterism.documents.JsonText;
import org.asterism.servernode.NodeState;
import org.junit.jupiter.api.Test;

class DispatchReportTest {

    private static final MemberId ONE = new MemberId("a/1");
    private static final MemberId TWO = new MemberId("b/1");

    private static DispatcherReport report() {
        Traffic some = new Traffic(120, 2, 2.5, 1500, 20_000, 12_000_000);
        return new DispatcherReport(
                "a",
                Duration.ofMinutes(5),
                new DispatcherCounts(130, 4, 1, 2, 9, 7, 3, 5, 0, 11, 0),
                List.of(
                        new TargetReport(ONE, NodeState.UP, 1, 3, 12, 0, 0, Optional.empty()),
                        new TargetReport(
                                TWO,
                                NodeState.UP,
                                2,
                                0,
                                0,
                                4,
                                6,
                                Optional.of(new Ejection(
                                        "Connection refused", 3, Duration.ofSeconds(20), Duration.ofMillis(400))))),
                List.of(
                        new ApplicationReport("/", true, 0, 1000, 0, 0, Traffic.NONE, List.of()),
                        new ApplicationReport(
                                "/shop",
                                false,
                                2,
                                1000,
                                7,
                                3,
                                some,
                                List.of(
                                        new PlaceReport(ONE, 3, 128, some),
                                        new PlaceReport(TWO, 0, 64, Traffic.NONE)))));
    }

    private static final DispatchReport ALL =
            new DispatchReport(List.of(report()), List.of("the dispatcher of b did not answer: it is gone"));

    @Test
    void showsApplicationsAndNodes() {
        assertThat(ALL.text()).isEqualTo("""
                        dispatcher a, up 5 min: 130 requests, 5 failed, 3 of them rejected, 7 had to wait, 4 retries (1 not allowed), 2 ejections

                        APPLICATION      NODE  IN FLIGHT  LIMIT  WAITING  REJECTED  REQUESTS  5XX  PER SECOND  P50   P99    MAX
                        / (maintenance)  all                     0/1000   0         0         0    0.0         -     -      -
                        /shop            all                     2/1000   3         120       2    2.5         1 ms  20 ms  12 s
                                         a/1   3          128                       120       2    2.5         1 ms  20 ms  12 s
                                         b/1   0          64                        0         0    0.0         -     -      -

                        NODE  STATE  WEIGHT  OUTSTANDING  SESSIONS  MOVED  FAILURES  EJECTED
                        a/1   UP     1       3            12        0      0         -
                        b/1   UP     2       0            0         4      6         since 20 s, again in 400 ms: Connection refused
                        the dispatcher of b did not answer: it is gone
                        """);
    }

    @Test
    void canBeNarrowed() {
        DispatchReport narrow = ALL.only(Optional.of("/shop"), Optional.of(TWO));
        assertThat(narrow.reports().get(0).applications())
                .extracting(ApplicationReport::path)
                .containsExactly("/shop");
        assertThat(narrow.reports().get(0).applications().get(0).places())
                .extracting(PlaceReport::node)
                .containsExactly(TWO);
        assertThat(narrow.reports().get(0).targets())
                .extracting(TargetReport::node)
                .containsExactly(TWO);
        assertThat(ALL.only(Optional.empty(), Optional.empty())).isEqualTo(ALL);
    }

    @Test
    void programsAreToldTheSame() {
        assertThat(JsonText.line(ALL.only(Optional.of("/"), Optional.of(TWO)).document()))
                .isEqualTo(
                        "{\"dispatchers\":[{\"instance\":\"a\",\"upMillis\":300000,\"counts\":{\"requests\":130,\"retries\":4,"
                                + "\"retriesRefused\":1,\"ejections\":2,\"probes\":9,\"queued\":7,\"rejected\":3,\"failed\":5,"
                                + "\"connectionsRefused\":0,\"connectionsToNodes\":11,\"logDropped\":0},\"applications\":[{"
                                + "\"path\":\"/\",\"maintenance\":true,\"waiting\":0,\"mostWaiting\":1000,\"queued\":0,\"rejected\":0,"
                                + "\"requests\":0,\"serverErrors\":0,\"perSecond\":0.0,\"p50Micros\":0,\"p99Micros\":0,\"maxMicros\":0,"
                                + "\"places\":[]}],\"targets\":[{\"node\":\"b/1\",\"state\":\"UP\",\"weight\":2,\"outstanding\":0,"
                                + "\"sessions\":0,\"moved\":4,\"failures\":6,\"ejection\":{\"cause\":\"Connection refused\",\"times\":3,"
                                + "\"sinceMillis\":20000,\"remainingMillis\":400}}]}]}\n");
    }
}
