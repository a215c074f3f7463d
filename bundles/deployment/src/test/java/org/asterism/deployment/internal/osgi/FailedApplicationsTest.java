package org.asterism.deployment.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

class FailedApplicationsTest {

    private final FailedApplications failed = new FailedApplications();

    private void happens(String what, Map<String, Object> more) {
        failed.handleEvent(new Event("org/osgi/service/web/" + what, more));
    }

    @Test
    void oneThatCouldNotBeStartedSaysWhy() {
        happens("DEPLOYING", Map.of("bundle.id", 7L));
        happens(
                "FAILED",
                Map.of(
                        "bundle.id",
                        7L,
                        "exception",
                        new IllegalStateException("outer", new IllegalArgumentException("no disk"))));

        assertThat(failed.reason(7))
                .contains("the web application could not be started: java.lang.IllegalArgumentException: no disk");
        assertThat(failed.reason(8)).isEmpty();
    }

    @Test
    void whatIsTriedAgainHasNotFailedYet() {
        happens("FAILED", Map.of("bundle.id", 7L));
        assertThat(failed.reason(7)).contains("the web application could not be started");

        happens("DEPLOYING", Map.of("bundle.id", 7L));

        assertThat(failed.reason(7)).isEmpty();
    }

    @Test
    void goingAwayAfterAFailureIsNoSuccess() {
        happens("FAILED", Map.of("bundle.id", 7L));
        happens("UNDEPLOYED", Map.of("bundle.id", 7L));

        assertThat(failed.reason(7)).isPresent();
    }

    @Test
    void anEventWithoutABundleSaysNothing() {
        happens("FAILED", Map.of());

        assertThat(failed.reason(0)).isEmpty();
    }
}
