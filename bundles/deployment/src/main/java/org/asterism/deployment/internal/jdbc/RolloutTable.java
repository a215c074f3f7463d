package org.asterism.deployment.internal.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.RolloutState;

/**
 * How far each generation is. Who rolls has the lock of the cluster, and writes with its fencing token: a roller that has lost the lock without
 * having heard of it writes nothing any more.
 */
public final class RolloutTable {

    private static final int MAX_TEXT = 4000;
    private static final String COLUMNS = "generation, previous, state, reason, roller,"
            + " at_once, all_back, force_alone, drain_millis, limit_millis, since";

    private final Database database;
    private final Clock clock;

    public RolloutTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static void insert(Statements sql, long generation, RollOptions options, long now) throws SQLException {
        sql.update(
                "insert into asterism_rollout (generation, previous, state, reason, token,"
                        + " at_once, all_back, force_alone, drain_millis, limit_millis, since)"
                        + " values (?, 0, ?, '', 0, ?, ?, ?, ?, ?, ?)",
                generation,
                RolloutState.WAITING.name(),
                options.atOnce(),
                options.allBack(),
                options.force(),
                options.drain().toMillis(),
                options.nodeLimit().toMillis(),
                now);
    }

    /** Empty if there is no such generation. */
    public Optional<Rollout> find(long generation) throws DeploymentException {
        return database.transact("reading", connection -> find(connection, generation));
    }

    private static Optional<Rollout> find(Connection connection, long generation) throws SQLException {
        Statements sql = new Statements(connection);
        List<NodeProgress> nodes = sql.query(
                "select node, step, detail, since from asterism_rollout_node where generation = ? order by position",
                row -> new NodeProgress(
                        new MemberId(row.getString(1)),
                        NodeStep.valueOf(row.getString(2)),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4))),
                generation);
        return sql
                .query(
                        "select " + COLUMNS + " from asterism_rollout where generation = ?",
                        row -> rollout(row, nodes),
                        generation)
                .stream()
                .findFirst();
    }

    private static Rollout rollout(ResultSet row, List<NodeProgress> nodes) throws SQLException {
        return new Rollout(
                row.getLong("generation"),
                row.getLong("previous"),
                RolloutState.valueOf(row.getString("state")),
                row.getString("reason"),
                Optional.ofNullable(row.getString("roller")).map(MemberId::new),
                new RollOptions(
                        row.getBoolean("at_once"),
                        row.getBoolean("all_back"),
                        row.getBoolean("force_alone"),
                        Duration.ofMillis(row.getLong("drain_millis")),
                        Duration.ofMillis(row.getLong("limit_millis"))),
                nodes,
                Instant.ofEpochMilli(row.getLong("since")));
    }

    /** What is to be done next: the roll that was begun, else the newest that waits; empty if there is nothing to do. */
    public Optional<Long> open() throws DeploymentException {
        return database.transact("reading", connection -> new Statements(connection)
                        .query(
                                "select generation from asterism_rollout where state in"
                                        + " ('WAITING', 'PREFLIGHT', 'RUNNING', 'GOING_BACK')"
                                        + " order by case when state = 'WAITING' then 1 else 0 end, generation desc limit 1",
                                row -> row.getLong(1))
                        .stream()
                        .findFirst());
    }

    /** Begins to roll, or goes on where another roller has stopped; older ones that wait are superseded. False if a later token is known. */
    public boolean take(long generation, MemberId roller, long token) throws DeploymentException {
        return database.transact("beginning a roll", connection -> {
            Statements sql = new Statements(connection);
            sql.update(
                    "update asterism_rollout set state = 'SUPERSEDED', reason = ?, since = ?"
                            + " where state = 'WAITING' and generation < ?",
                    "generation " + generation + " came before it was begun",
                    clock.millis(),
                    generation);
            return sql.update(
                            "update asterism_rollout set roller = ?, token = ? where generation = ? and token <= ?",
                            roller.value(),
                            token,
                            generation,
                            token)
                    == 1;
        });
    }

    /** Changes the state. False if somebody else rolls meanwhile: nothing was written. */
    public boolean enter(long generation, long token, RolloutState state, String reason) throws DeploymentException {
        return database.transact("writing down a roll", connection -> {
            Statements sql = new Statements(connection);
            boolean mine = isMine(sql, generation, token);
            if (mine) {
                sql.update(
                        "update asterism_rollout set state = ?, reason = ?, since = ? where generation = ?",
                        state.name(),
                        cut(reason),
                        clock.millis(),
                        generation);
            }
            return mine;
        });
    }

    /** Says from which generation this roll begins. */
    public boolean from(long generation, long token, long previous) throws DeploymentException {
        return database.transact(
                "writing down a roll",
                connection -> new Statements(connection)
                                .update(
                                        "update asterism_rollout set previous = ? where generation = ? and token = ?",
                                        previous,
                                        generation,
                                        token)
                        == 1);
    }

    /** Changes the step of a node, which is appended if it is new. False if somebody else rolls meanwhile: nothing was written. */
    public boolean step(long generation, long token, MemberId node, NodeStep step, String detail)
            throws DeploymentException {
        return database.transact("writing down a roll", connection -> {
            Statements sql = new Statements(connection);
            boolean mine = isMine(sql, generation, token);
            if (mine
                    && sql.update(
                                    "update asterism_rollout_node set step = ?, detail = ?, since = ?"
                                            + " where generation = ? and node = ?",
                                    step.name(),
                                    cut(detail),
                                    clock.millis(),
                                    generation,
                                    node.value())
                            == 0) {
                append(sql, generation, node, step, detail);
            }
            return mine;
        });
    }

    private void append(Statements sql, long generation, MemberId node, NodeStep step, String detail)
            throws SQLException {
        long position = sql.number("select count(*) from asterism_rollout_node where generation = ?", generation);
        sql.update(
                "insert into asterism_rollout_node (generation, node, position, step, detail, since)"
                        + " values (?, ?, ?, ?, ?, ?)",
                generation,
                node.value(),
                (int) position,
                step.name(),
                cut(detail),
                clock.millis());
    }

    /** Locks the row until the transaction is over. */
    private static boolean isMine(Statements sql, long generation, long token) throws SQLException {
        return sql.update(
                        "update asterism_rollout set token = ? where generation = ? and token = ?",
                        token,
                        generation,
                        token)
                == 1;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_TEXT));
    }
}
