package org.asterism.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.documents.JsonText;
import org.junit.jupiter.api.Test;

class MaintenanceListingTest {

    private static final long SINCE = Instant.parse("2026-11-30T21:00:00Z").toEpochMilli();

    private static MaintenanceNotice notice(String application, boolean on) {
        return new MaintenanceNotice(application, on, "<h1>x</h1>", true, Duration.ofMinutes(10), SINCE);
    }

    private static MaintenanceListing listing(MaintenanceNotice... ofA) {
        TreeMap<String, List<MaintenanceNotice>> instances = new TreeMap<>();
        instances.put("a", List.of(ofA));
        instances.put("b", List.of(notice("/other", false)));
        return new MaintenanceListing(instances, List.of());
    }

    @Test
    void showsWhatIsUnderMaintenanceAndWhere() {
        assertThat(listing(notice("/shop", true)).text()).isEqualTo("""
                        APPLICATION  SINCE                 COME AGAIN  PAGE     SHOWN BY
                        /shop        2026-11-30T21:00:00Z  10 min      10 HTML  a
                        """);
        assertThat(listing().text()).isEqualTo("No application is under maintenance.\n");
    }

    @Test
    void programsAreToldTheSame() {
        assertThat(JsonText.line(listing(notice("/shop", true)).document()))
                .isEqualTo("{\"instances\":{\"a\":[{\"application\":\"/shop\",\"since\":\"2026-11-30T21:00:00Z\","
                        + "\"retryAfterMillis\":600000,\"html\":true,\"pageLength\":10}],\"b\":[]}}\n");
    }
}
