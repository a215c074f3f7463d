package org.asterism.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionsTest {

    private static final Visitor VIEWER = new Visitor("vera", Role.VIEWER);
    private static final Visitor OPERATOR = new Visitor("otto", Role.OPERATOR);

    private final List<String> record = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Actions actions = new Actions(
            List.of(new Drain(), new Fail()),
            (by, action, parameters, reason, outcome) ->
                    record.add(by.user() + " " + action + " " + parameters + " " + reason + " " + outcome));

    private final class Drain implements Action {

        @Override
        public String name() {
            return "drain";
        }

        @Override
        public Role needs() {
            return Role.OPERATOR;
        }

        @Override
        public String perform(ActionRequest request) throws ActionException {
            done.add(request.parameter("node"));
            return request.parameter("node") + " is drained";
        }
    }

    private static final class Fail implements Action {

        @Override
        public String name() {
            return "fail";
        }

        @Override
        public Role needs() {
            return Role.VIEWER;
        }

        @Override
        public String perform(ActionRequest request) throws ActionException {
            throw new ActionException(ActionException.Cause.FAILED, "nobody answers");
        }
    }

    @Test
    void doesItAndPutsItOnRecord() throws Exception {
        assertThat(actions.perform("drain", OPERATOR, " disk ", Map.of("node", "a/1")))
                .isEqualTo("a/1 is drained");

        assertThat(done).containsExactly("a/1");
        assertThat(record).containsExactly("otto drain {node=a/1} disk done");
    }

    @Test
    void refusesWhoMayNotAndPutsThatOnRecord() {
        assertThatThrownBy(() -> actions.perform("drain", VIEWER, "disk", Map.of("node", "a/1")))
                .isInstanceOfSatisfying(
                        ActionException.class, e -> assertThat(e.kind()).isEqualTo(ActionException.Cause.FORBIDDEN))
                .hasMessage("vera is viewer and may not; it takes operator");

        assertThat(done).isEmpty();
        assertThat(record).singleElement().asString().contains("FORBIDDEN");
    }

    @Test
    void wantsAReasonAnActionAndItsParameters() {
        assertThatThrownBy(() -> actions.perform("drain", OPERATOR, " ", Map.of("node", "a/1")))
                .hasMessageContaining("a reason is needed");
        assertThatThrownBy(() -> actions.perform("drain", OPERATOR, "x".repeat(501), Map.of("node", "a/1")))
                .hasMessageContaining("at most 500");
        assertThatThrownBy(() -> actions.perform("drain", OPERATOR, "disk", Map.of()))
                .hasMessage("node is missing");
        assertThatThrownBy(() -> actions.perform("dance", OPERATOR, "disk", Map.of()))
                .hasMessage("there is no action dance");
        assertThat(done).isEmpty();
    }

    @Test
    void whatFailedIsOnRecord() {
        assertThatThrownBy(() -> actions.perform("fail", VIEWER, "because", Map.of()))
                .hasMessage("nobody answers");

        assertThat(record).containsExactly("vera fail {} because FAILED: nobody answers");
    }

    @Test
    void tellsEachWhatTheyMay() {
        assertThat(actions.allowed(Role.VIEWER)).containsExactly("fail");
        assertThat(actions.allowed(Role.ADMIN)).containsExactly("drain", "fail");
    }
}
