package org.asterism.launcher.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of the hub. */
record HubAnswer(String name, String url, String page, OptionalLong pid, Optional<JsonNode> answer) {

    ClusterStatus.Hub status() {
        return new ClusterStatus.Hub(
                name,
                state(),
                role(),
                epoch(),
                number("revision"),
                answer.map(json -> json.path("warming").asBoolean()).orElse(false),
                url,
                page,
                pid);
    }

    boolean isActive() {
        return role().equals("active");
    }

    /** Why it does not work, or what it misses while it works; empty unless it says so. */
    Optional<String> problem() {
        return role().equals("refused")
                ? answer.map(json ->
                        name + " refuses to work: " + json.path("reason").asText())
                : answer.map(json -> json.at("/hub/problem").asText(""))
                        .filter(problem -> !problem.isEmpty() && !problem.equals("null"))
                        .map(problem -> name + ": " + problem);
    }

    private String role() {
        return answer.map(json -> json.path("members").isArray()
                        ? "active"
                        : json.path("role").asText(""))
                .orElse("");
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
        return switch (role()) {
            case "active", "standby" -> State.UP;
            case "refused" -> State.REFUSED;
            default -> State.UNREACHABLE;
        };
    }

    /** A standby that knows of nobody says 0. */
    private OptionalLong epoch() {
        OptionalLong epoch = number("epoch");
        return epoch.equals(OptionalLong.of(0)) ? OptionalLong.empty() : epoch;
    }

    private OptionalLong number(String key) {
        return answer.map(json -> json.path(key))
                .filter(JsonNode::isNumber)
                .map(number -> OptionalLong.of(number.longValue()))
                .orElse(OptionalLong.empty());
    }
}
