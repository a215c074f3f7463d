package org.asterism.deployment.internal.jdbc;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.Drift;
import org.asterism.deployment.DriftKind;
import org.asterism.deployment.internal.Difference;
import org.asterism.deployment.internal.NodeAccount;

/** What nodes said last of themselves. Each writes its own rows only. */
public final class NodeTable {

    private static final int MAX_TEXT = 4000;

    private final Database database;
    private final Clock clock;

    public NodeTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An account and when it was given. */
    public record Dated(NodeAccount account, Instant when) {}

    /** Replaces what this node said before. */
    public void report(NodeAccount account) throws DeploymentException {
        database.transact("reporting", connection -> {
            Statements sql = new Statements(connection);
            sql.update(
                    "delete from asterism_deployed_node where node = ?",
                    account.node().value());
            return sql.update(
                    "insert into asterism_deployed_node"
                            + " (node, incarnation, generation, attempted, working, problem, reported)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    account.node().value(),
                    account.incarnation(),
                    account.generation(),
                    account.attempted(),
                    account.working(),
                    cut(account.problem()),
                    clock.millis());
        });
    }

    /** Sorted by id. */
    public List<Dated> accounts() throws DeploymentException {
        return database.transact("reading", connection -> new Statements(connection)
                .query(
                        "select node, incarnation, generation, attempted, working, problem, reported"
                                + " from asterism_deployed_node order by node",
                        row -> new Dated(
                                new NodeAccount(
                                        new MemberId(row.getString(1)),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getBoolean(5),
                                        row.getString(6)),
                                Instant.ofEpochMilli(row.getLong(7)))));
    }

    /** Replaces the differences of a node; one that it had before keeps its time. */
    public void differ(MemberId node, List<Difference> differences) throws DeploymentException {
        database.transact("reporting", connection -> {
            Statements sql = new Statements(connection);
            List<Drift> before = drift(sql, Optional.of(node));
            Set<String> names = differences.stream().map(Difference::name).collect(Collectors.toSet());
            for (Drift gone : before) {
                if (!names.contains(gone.name())) {
                    sql.update("delete from asterism_drift where node = ? and name = ?", node.value(), gone.name());
                }
            }
            for (Difference difference : differences) {
                write(sql, node, difference, before);
            }
            return differences.size();
        });
    }

    private void write(Statements sql, MemberId node, Difference now, List<Drift> before) throws SQLException {
        Optional<Drift> known =
                before.stream().filter(drift -> drift.name().equals(now.name())).findFirst();
        if (known.filter(drift -> now.isLike(drift)).isPresent()) {
            return;
        }
        long since = known.filter(drift -> drift.kind() == now.kind())
                .map(drift -> drift.since().toEpochMilli())
                .orElse(clock.millis());
        sql.update("delete from asterism_drift where node = ? and name = ?", node.value(), now.name());
        sql.update(
                "insert into asterism_drift (node, name, kind, wanted, found, reason, since) values (?, ?, ?, ?, ?, ?, ?)",
                node.value(),
                now.name(),
                now.kind().name(),
                now.wanted(),
                now.found(),
                cut(now.reason()),
                since);
    }

    /** Sorted by node and name. */
    public List<Drift> drift() throws DeploymentException {
        return database.transact("reading", connection -> drift(new Statements(connection), Optional.empty()));
    }

    private static List<Drift> drift(Statements sql, Optional<MemberId> node) throws SQLException {
        List<Object> values = new ArrayList<>();
        node.ifPresent(id -> values.add(id.value()));
        return sql.query(
                "select node, name, kind, wanted, found, reason, since from asterism_drift"
                        + node.map(id -> " where node = ?").orElse("") + " order by node, name",
                row -> {
                    DriftKind kind = DriftKind.valueOf(row.getString(3));
                    String name = row.getString(2);
                    return new Drift(
                            new MemberId(row.getString(1)),
                            kind,
                            name,
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            Difference.remedy(kind, name, row.getString(1)),
                            Instant.ofEpochMilli(row.getLong(7)));
                },
                values.toArray());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_TEXT));
    }
}
