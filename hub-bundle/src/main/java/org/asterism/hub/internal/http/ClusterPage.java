package org.asterism.hub.internal.http;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;

/** Both lists as a page that asks for nothing else and changes nothing. */
final class ClusterPage {

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="5">
            <title>Asterism hub</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%%; margin-bottom: 2rem; }
            th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ddd; }
            </style>
            </head>
            <body>
            <h1>Asterism hub</h1>
            <p>Epoch %d, revision %d, %s. Up for %s. Messages carried: %d, refused: %d. <a href="/cluster">JSON</a></p>
            <h2>Members (%d)</h2>
            %s
            <h2>Services (%d)</h2>
            %s
            </body>
            </html>
            """;

    private ClusterPage() {}

    static String write(ClusterView view, HubStatus status) {
        return FRAME.formatted(
                view.epoch(),
                view.revision(),
                view.warming() ? "warming" : "settled",
                status.uptime().truncatedTo(ChronoUnit.SECONDS),
                status.messagesCarried(),
                status.messagesRefused(),
                view.members().size(),
                members(view),
                view.services().size(),
                services(view));
    }

    private static String members(ClusterView view) {
        return table(
                List.of("Id", "Kind", "State", "Host", "Process", "Since"),
                view.members().stream()
                        .map(member -> List.of(
                                member.id().value(),
                                member.kind().label(),
                                member.state().name(),
                                member.host(),
                                Long.toString(member.pid()),
                                member.since().toString()))
                        .toList());
    }

    private static String services(ClusterView view) {
        return table(
                List.of("Id", "Interfaces", "Member"),
                view.services().stream()
                        .map(service -> List.of(
                                service.id(),
                                String.join(", ", service.interfaces()),
                                service.member().value()))
                        .toList());
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return "<table><tr>" + cells("th", head) + "</tr>"
                + rows.stream().map(row -> "<tr>" + cells("td", row) + "</tr>").collect(Collectors.joining("\n"))
                + "</table>";
    }

    private static String cells(String tag, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + tag + ">" + escaped(text) + "</" + tag + ">")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
