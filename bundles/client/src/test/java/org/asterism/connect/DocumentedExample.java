package org.asterism.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asterism.cluster.MessageServer;

/** The example of docs/applications.md; {@link DocumentedExampleTest} compares them. */
final class DocumentedExample {

    private DocumentedExample() {}

    // example
    public static void main(String[] arguments) throws Exception {
        String secret = Files.readString(Path.of(arguments[0])).strip();
        try (AsterismClient client = AsterismClient.connect(List.of("tcp://127.0.0.1:61616"), secret)) {
            client.cluster().view().members().forEach(System.out::println);
            client.messages().listen("shop.#", message -> System.out.println(message.topic()));
            client.messages().publish("shop.stock", "42".getBytes(UTF_8));
            client.service(MessageServer.class).ifPresent(hub -> System.out.println(hub.status()));
        }
    }
    // end
}
