package org.asterism.itests.fence;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.itests.harness.ChildJvm;
import org.asterism.itests.harness.Ledger;
import org.asterism.itests.harness.Star;
import org.asterism.persistence.internal.FenceKey;

/** Starts writers and reads what they have written. */
public final class Writers {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Star star;
    private final Ledger ledger;

    /** With a table for what they write. */
    public Writers(Star star) throws Exception {
        this(star, new Ledger(star));
        try (Connection connection = ledger.connect();
                PreparedStatement create = connection.prepareStatement(
                        "create table stale_account (holder varchar(40), what varchar(40), token bigint)")) {
            create.execute();
        }
    }

    private Writers(Star star, Ledger ledger) {
        this.star = star;
        this.ledger = ledger;
    }

    /** Who only take locks. */
    public static Writers without(Star star) throws Exception {
        return new Writers(star, new Ledger(star));
    }

    public ChildJvm start(String id) {
        return ChildJvm.start(
                WriterMain.class,
                star.hubUrl(1),
                star.secret().toString(),
                id,
                ledger.url(),
                ledger.user(),
                ledger.password());
    }

    /** It has the lock; its token. */
    public static long lock(ChildJvm writer) {
        return Long.parseLong(writer.ask("lock"));
    }

    /** It writes, and is in its transaction, behind the last look at its lock and before the fence. */
    public static void writeToTheFence(ChildJvm writer) {
        writer.ask("write");
        awaitState(writer, Writer.AT_THE_FENCE);
    }

    public static void goOnAndCommit(ChildJvm writer) {
        writer.ask("go on");
        awaitState(writer, Writer.COMMITTED);
    }

    public static void goOnAndBeRefused(ChildJvm writer) {
        writer.ask("go on");
        awaitState(writer, Writer.STALE);
    }

    private static void awaitState(ChildJvm writer, String expected) {
        await(expected)
                .atMost(LIMIT)
                .until(() -> writer.ask("state"), state -> state.equals(expected) || state.startsWith("failed"));
        String state = writer.ask("state");
        if (!state.equals(expected)) {
            throw new AssertionError(state);
        }
    }

    /** Everything that was written, by whom and with which token. */
    public List<String> written() throws SQLException {
        return rows("select holder || ' ' || what || ' ' || token from stale_account order by what");
    }

    /** The token the fence is at. */
    public List<String> fence() throws SQLException {
        return rows("select token from asterism_fence where id = '"
                + FenceKey.of(Writer.KEY).id() + "'");
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = ledger.connect();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
