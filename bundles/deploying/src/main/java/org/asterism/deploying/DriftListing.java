package org.asterism.deploying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.deployment.Drift;

/** Who differs from what is wanted, in what, since when and why. */
public record DriftListing(List<Drift> drift) implements DeployReport {

    /** With a copy of the list. */
    public DriftListing {
        drift = List.copyOf(drift);
    }

    @Override
    public String text() {
        if (drift.isEmpty()) {
            return "no node differs from what is deployed\n";
        }
        Columns table = new Columns("NODE", "DIFFERENCE", "NAME", "WANTED", "FOUND", "SINCE", "WHY");
        for (Drift one : drift) {
            table.add(
                    one.node(),
                    RolloutLines.words(one.kind()),
                    one.name(),
                    one.wanted(),
                    one.found(),
                    one.since(),
                    one.reason());
        }
        return table.text() + remedies();
    }

    private String remedies() {
        String commands = drift.stream()
                .map(Drift::remedy)
                .filter(remedy -> !remedy.isEmpty())
                .distinct()
                .map(remedy -> "  " + remedy + "\n")
                .collect(Collectors.joining());
        return commands.isEmpty() ? "" : "\nTo end a difference:\n" + commands;
    }

    @Override
    public Object document() {
        return drift.stream().map(DriftListing::document).toList();
    }

    private static Map<String, Object> document(Drift drift) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("node", drift.node().value());
        document.put("kind", drift.kind().name());
        document.put("name", drift.name());
        document.put("wanted", drift.wanted());
        document.put("found", drift.found());
        document.put("since", drift.since().toString());
        document.put("reason", drift.reason());
        document.put("remedy", drift.remedy());
        return document;
    }
}
