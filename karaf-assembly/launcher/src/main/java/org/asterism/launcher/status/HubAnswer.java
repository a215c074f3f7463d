package org.asterism.launcher.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of the hub. */
record HubAnswer(String url, String page, OptionalLong pid, Optional<JsonNode> answer) {

    ClusterStatus.Hub status() {
        return new ClusterStatus.Hub(
                state(),
                number("epoch"),
                number("revision"),
                answer.map(json -> json.path("warming").asBoolean()).orElse(false),
                url,
                page,
                pid);
    }

    List<JsonNode> list(String key) {
        List<JsonNode> entries = new ArrayList<>();
        answer.ifPresent(json -> json.path(key).forEach(entries::add));
        return entries;
    }

    private State state() {
        if (pid.isEmpty()) {
            return State.DOWN;
        }
        return answer.isPresent() ? State.UP : State.UNREACHABLE;
    }

    private OptionalLong number(String key) {
        return answer.map(json -> json.path(key))
                .filter(JsonNode::isNumber)
                .map(number -> OptionalLong.of(number.longValue()))
                .orElse(OptionalLong.empty());
    }
}
