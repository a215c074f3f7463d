package org.asterism.shell.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.asterism.documents.Selection;
import org.junit.jupiter.api.Test;

/** What Karaf makes of a command line. */
class CommandLineTest {

    @Test
    void withoutOptionsEverythingIsChosen() throws Exception {
        assertThat(parsed(new MembersCommand()).selection()).isEqualTo(Selection.ALL);
        assertThat(parsed(new ServicesCommand()).selection()).isEqualTo(Selection.ALL);
        assertThat(parsed(new WatchCommand()).selection()).isEqualTo(Selection.ALL);
    }

    @Test
    void everyOptionMayBeGivenSeveralTimes() throws Exception {
        WatchCommand watch = parsed(
                new WatchCommand(),
                "--json --changes --count 3 --for 10 --member a --member a/1 --kind instance --kind client --instance a"
                        + " --instance b --state up --state DRAINING --label zone:eu --label rack:7 --interface x.Y --interface Z");

        assertThat(watch.selection())
                .isEqualTo(Selection.of(
                        List.of("a", "a/1"),
                        List.of("instance", "client"),
                        List.of("a", "b"),
                        List.of("UP", "DRAINING"),
                        List.of("zone:eu", "rack:7"),
                        List.of("x.Y", "Z")));
    }

    private static <A extends Action> A parsed(A action) throws Exception {
        return parsed(action, "");
    }

    private static <A extends Action> A parsed(A action, String line) throws Exception {
        List<Object> words = line.isEmpty() ? List.of() : List.of((Object[]) line.split(" "));
        assertThat(new DefaultActionPreparator().prepare(action, null, words)).isTrue();
        return action;
    }
}
