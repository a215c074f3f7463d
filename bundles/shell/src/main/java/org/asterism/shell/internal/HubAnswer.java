package org.asterism.shell.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.HubStatus;

/**
 * What the hub says of itself and of the connections to it.
 *
 * @param clients sorted by id
 */
public record HubAnswer(HubStatus status, List<ClientStatus> clients) {

    /** With a sorted copy of the list. */
    public HubAnswer {
        clients = clients.stream()
                .sorted(Comparator.comparing(client -> client.member().id()))
                .toList();
    }

    String text() {
        TextTable table = new TextTable("AS THE HUB SAYS", "")
                .row("epoch", status.epoch())
                .row("revision", status.revision())
                .row("warming", status.warming())
                .row("uptime", status.uptime().toSeconds() + " s")
                .row("members", status.members())
                .row("services", status.services())
                .row("messages carried", status.messagesCarried())
                .row("messages refused", status.messagesRefused())
                .row("bytes waiting", status.bytesWaiting())
                .row("slow consumers", status.slowConsumers())
                .row("slow consumers cut", status.slowConsumersCut());
        return table + "\n" + connections();
    }

    private TextTable connections() {
        TextTable table = new TextTable(
                "MEMBER", "STATE", "ADDRESS", "LAST HEARD", "FRAMES IN", "FRAMES OUT", "BYTES WAITING", "SLOW");
        for (ClientStatus client : clients) {
            table.row(
                    client.member().id(),
                    client.member().state(),
                    client.address(),
                    age(client.lastHeard()),
                    client.framesReceived(),
                    client.framesSent(),
                    client.bytesWaiting(),
                    client.slow() ? "slow" : "-");
        }
        return table;
    }

    private static String age(Duration age) {
        return age.toMillis() < 10_000 ? age.toMillis() + " ms" : age.toSeconds() + " s";
    }

    Map<String, Object> statusDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("epoch", status.epoch());
        document.put("revision", status.revision());
        document.put("warming", status.warming());
        document.put("uptimeMillis", status.uptime().toMillis());
        document.put("members", status.members());
        document.put("services", status.services());
        document.put("messagesCarried", status.messagesCarried());
        document.put("messagesRefused", status.messagesRefused());
        document.put("bytesWaiting", status.bytesWaiting());
        document.put("slowConsumers", status.slowConsumers());
        document.put("slowConsumersCut", status.slowConsumersCut());
        return document;
    }

    List<Map<String, Object>> connectionsDocument() {
        return clients.stream().map(HubAnswer::document).toList();
    }

    private static Map<String, Object> document(ClientStatus client) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", client.member().id().value());
        document.put("state", client.member().state().name());
        document.put("address", client.address());
        document.put("lastHeardMillis", client.lastHeard().toMillis());
        document.put("framesReceived", client.framesReceived());
        document.put("framesSent", client.framesSent());
        document.put("bytesWaiting", client.bytesWaiting());
        document.put("slow", client.slow());
        return document;
    }
}
