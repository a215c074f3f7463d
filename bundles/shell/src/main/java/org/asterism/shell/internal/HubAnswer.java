package org.asterism.shell.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.HubStatus;
import org.asterism.documents.Ages;
import org.asterism.documents.HubDocument;

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
                    Ages.text(client.lastHeard()),
                    client.framesReceived(),
                    client.framesSent(),
                    client.bytesWaiting(),
                    client.slow() ? "slow" : "-");
        }
        return table;
    }

    Map<String, Object> statusDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("epoch", status.epoch());
        document.put("revision", status.revision());
        document.put("warming", status.warming());
        document.putAll(HubDocument.status(status));
        return document;
    }

    List<Map<String, Object>> connectionsDocument() {
        return clients.stream().map(HubAnswer::document).toList();
    }

    private static Map<String, Object> document(ClientStatus client) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", client.member().id().value());
        document.put("state", client.member().state().name());
        document.putAll(HubDocument.connection(client));
        return document;
    }
}
