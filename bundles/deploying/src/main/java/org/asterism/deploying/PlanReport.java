package org.asterism.deploying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.deployment.NodePlan;

/** What a change would do. */
public record PlanReport(List<NodePlan> plans) implements DeployReport {

    /** With a copy of the list. */
    public PlanReport {
        plans = List.copyOf(plans);
    }

    /** Whether it may be done. */
    public boolean isPossible() {
        return plans.stream().allMatch(plan -> plan.problems().isEmpty());
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        for (NodePlan plan : plans) {
            text.append("on nodes such as ").append(plan.node()).append('\n');
            plan.changes().forEach(change -> text.append("  ").append(change).append('\n'));
            plan.refreshed()
                    .forEach(name -> text.append("  restarts ").append(name).append('\n'));
            plan.problems()
                    .forEach(problem ->
                            text.append("  PROBLEM: ").append(problem).append('\n'));
        }
        return text.append(isPossible() ? "nothing was changed; it may be done\n" : "it would be refused\n")
                .toString();
    }

    @Override
    public Object document() {
        return plans.stream().map(PlanReport::document).toList();
    }

    private static Map<String, Object> document(NodePlan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("node", plan.node().value());
        document.put("changes", plan.changes());
        document.put("refreshed", plan.refreshed());
        document.put("problems", plan.problems());
        return document;
    }
}
