package org.asterism.itests.fence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asterism.connect.AsterismClient;
import org.asterism.itests.harness.ChildMain;

/** A writer in a process of its own. */
public final class WriterMain {

    private WriterMain() {}

    /** @param arguments the hub, the file of the secret, its id; of the database the URL, the user and the password */
    public static void main(String[] arguments) throws Exception {
        AsterismClient client = AsterismClient.builder()
                .hubs(List.of(arguments[0]))
                .secret(Files.readString(Path.of(arguments[1])).strip())
                .id(arguments[2])
                .connect();
        SharedDatabase database = new SharedDatabase(arguments[3], arguments[4], arguments[5]);
        ChildMain.serve(new Writer(client.locks(), arguments[2], database)::answer);
    }
}
