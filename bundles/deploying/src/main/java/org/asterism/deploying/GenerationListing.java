package org.asterism.deploying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.deployment.Generation;

/** Who changed what when, newest first. */
public record GenerationListing(List<Generation> generations) implements DeployReport {

    /** With a copy of the list. */
    public GenerationListing {
        generations = List.copyOf(generations);
    }

    @Override
    public String text() {
        if (generations.isEmpty()) {
            return "nothing was ever deployed\n";
        }
        Columns table = new Columns("GENERATION", "WHEN", "WHO", "WHAT");
        generations.forEach(one -> table.add(one.number(), one.when(), one.who(), one.what()));
        return table.text();
    }

    @Override
    public Object document() {
        return generations.stream().map(GenerationListing::document).toList();
    }

    private static Map<String, Object> document(Generation generation) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("generation", generation.number());
        document.put("when", generation.when().toString());
        document.put("who", generation.who());
        document.put("what", generation.what());
        return document;
    }
}
