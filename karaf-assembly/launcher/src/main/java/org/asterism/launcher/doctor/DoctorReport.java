package org.asterism.launcher.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.asterism.launcher.doctor.Finding.Result;
import org.asterism.launcher.terminal.Colours;
import org.asterism.launcher.terminal.Table;

/** The findings of a doctor, for a person and for programs. */
public record DoctorReport(List<Finding> findings) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDENT = "           → ";

    public DoctorReport {
        findings = List.copyOf(findings);
    }

    /** The worst of all results. */
    public Result result() {
        return findings.stream()
                .map(Finding::result)
                .max(Comparator.naturalOrder())
                .orElse(Result.OK);
    }

    /** A line for each finding, what to do below it, and how many need it. */
    public List<String> lines(Colours colours) {
        Table table = new Table(colours::state);
        findings.forEach(finding -> table.row(finding.result().name(), finding.check(), finding.found()));
        List<String> rows = table.lines();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(rows.get(i));
            if (!findings.get(i).advice().isEmpty()) {
                lines.add(INDENT + findings.get(i).advice());
            }
        }
        lines.add(summary());
        return lines;
    }

    private String summary() {
        long problems = count(Result.PROBLEM);
        long warnings = count(Result.WARNING);
        return problems + warnings == 0
                ? "Nothing is wrong."
                : problems
                        + (problems == 1 ? " problem, " : " problems, ")
                        + warnings
                        + (warnings == 1 ? " warning." : " warnings.");
    }

    private long count(Result result) {
        return findings.stream().filter(finding -> finding.result() == result).count();
    }

    /** {@code result}, and {@code checks} with {@code check}, {@code result}, {@code found} and {@code advice} each. */
    public String json() throws JsonProcessingException {
        ObjectNode json = JSON.createObjectNode();
        json.put("result", word(result()));
        var checks = json.putArray("checks");
        for (Finding finding : findings) {
            checks.addObject()
                    .put("check", finding.check())
                    .put("result", word(finding.result()))
                    .put("found", finding.found())
                    .put("advice", finding.advice());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static String word(Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
