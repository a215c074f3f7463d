package org.asterism.hub.internal.http;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.Member;

/** Both lists as a page that changes nothing; its script follows the events. */
final class ClusterPage {

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Asterism hub</title>
            <link rel="stylesheet" href="/hub.css">
            <script src="/hub.js" defer></script>
            </head>
            <body>
            <h1>Asterism hub</h1>
            <p id="link"></p>
            <main>
            %s<p>Epoch %d, revision %d, %s. Up for %s. Messages carried: %d, refused: %d. Waiting: %d bytes. Slow consumers: %d, \
            cut off: %d. Listeners: %d, cut off: %d.</p>
            <h2>Members (%d)</h2>
            %s
            <h2>Services (%d)</h2>
            %s
            </main>
            <h2>Locks</h2>
            <p id="locks"><a href="/locks">as JSON</a></p>
            <h2>Changes</h2>
            <ul id="changes"></ul>
            <p><a href="/cluster">JSON</a> <a href="/cluster/servers.txt">servers</a> <a href="/cluster/events">events</a> <a href="/locks">locks</a></p>
            </body>
            </html>
            """;

    private ClusterPage() {}

    static String write(ClusterView view, HubStatus status, Condition condition, Connections connections) {
        return FRAME.formatted(
                condition
                        .problem()
                        .map(problem -> "<p class=\"problem\">" + escaped(problem) + "</p>\n")
                        .orElse(""),
                view.epoch(),
                view.revision(),
                view.warming() ? "warming: not everyone may be back yet" : "settled",
                span(status.uptime()),
                status.messagesCarried(),
                status.messagesRefused(),
                status.bytesWaiting(),
                status.slowConsumers(),
                status.slowConsumersCut(),
                condition.listeners(),
                condition.listenersCut(),
                view.members().size(),
                members(view, connections),
                view.services().size(),
                services(view));
    }

    private static String span(Duration time) {
        String clock = "%d:%02d:%02d".formatted(time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart());
        return time.toDaysPart() == 0 ? clock : time.toDaysPart() + " d " + clock;
    }

    private static String members(ClusterView view, Connections connections) {
        return table(
                List.of("Id", "Kind", "State", "Host", "Process", "Since", "Version", "Labels", "Waiting"),
                view.members().stream()
                        .map(member -> List.of(
                                member.id().value(),
                                member.kind().label(),
                                member.state().name(),
                                member.host(),
                                Long.toString(member.pid()),
                                member.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                                member.version(),
                                labels(member),
                                connections.of(member).map(ClusterPage::waiting).orElse("")))
                        .toList());
    }

    private static String labels(Member member) {
        return member.labels().entrySet().stream()
                .map(label -> label.getKey() + ":" + label.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String waiting(ClientStatus client) {
        return client.bytesWaiting() + " bytes" + (client.slow() ? ", slow" : "");
    }

    private static String services(ClusterView view) {
        return table(
                List.of("Id", "Interfaces", "Member", "Scope"),
                view.services().stream()
                        .map(service -> List.of(
                                service.id(),
                                String.join(", ", service.interfaces()),
                                service.member().value(),
                                service.scope().label()))
                        .toList());
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return "<div class=\"table\"><table><tr>" + cells("th", head) + "</tr>"
                + rows.stream().map(row -> "<tr>" + cells("td", row) + "</tr>").collect(Collectors.joining("\n"))
                + "</table></div>";
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
