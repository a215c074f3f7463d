package org.asterism.deploying;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.Rollout;

/** What has happened in a roll between two looks at it. */
final class RolloutLines {

    private RolloutLines() {}

    static List<String> between(Optional<Rollout> before, Rollout after) {
        List<String> lines = new ArrayList<>();
        if (before.isEmpty()
                || before.get().state() != after.state()
                || !before.get().reason().equals(after.reason())) {
            lines.add("generation " + after.generation() + " is " + words(after.state()) + because(after.reason()));
        }
        for (NodeProgress node : after.nodes()) {
            Optional<NodeProgress> former = before.flatMap(roll -> find(roll, node));
            boolean isNews = former.isPresent()
                    ? former.get().step() != node.step()
                            || !former.get().detail().equals(node.detail())
                    : node.step() != NodeStep.PENDING;
            if (isNews) {
                lines.add(node.node() + " is " + words(node.step()) + because(node.detail()));
            }
        }
        return lines;
    }

    private static Optional<NodeProgress> find(Rollout roll, NodeProgress node) {
        return roll.nodes().stream()
                .filter(other -> other.node().equals(node.node()))
                .findFirst();
    }

    static String words(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
