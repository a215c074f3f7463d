package org.asterism.deployment.internal.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.Generation;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Target;
import org.asterism.deployment.internal.DesiredState;
import org.asterism.deployment.internal.PropertyText;

/** The generations and what they deploy. A generation, its deployments and the rollout that is to come appear together. */
public final class GenerationTable {

    private static final int MAX_WHAT = 1000;
    private static final int MAX_TRIES = 20;
    /** The class of SQL states in which a key is taken. */
    private static final String INTEGRITY = "23";

    private final Database database;
    private final Clock clock;

    public GenerationTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** 0 if there is none. */
    public long newest() throws DeploymentException {
        return database.transact("reading", GenerationTable::newest);
    }

    private static long newest(Connection connection) throws SQLException {
        return new Statements(connection).number("select max(number) from asterism_generation");
    }

    /** The newest that all nodes had; 0 if there is none. */
    public long stable() throws DeploymentException {
        return database.transact("reading", connection -> new Statements(connection)
                .number("select max(generation) from asterism_rollout where state = 'DONE'"));
    }

    /** Newest first. */
    public List<Generation> list(int limit) throws DeploymentException {
        return database.transact("reading", connection -> new Statements(connection)
                .query(
                        "select number, author, what, created from asterism_generation order by number desc limit "
                                + limit,
                        row -> new Generation(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4)))));
    }

    /** @throws DeploymentException if there is no such generation */
    public DesiredState state(long generation) throws DeploymentException {
        return database.transact("reading", connection -> state(connection, generation));
    }

    private static DesiredState state(Connection connection, long generation) throws SQLException, DeploymentException {
        Statements sql = new Statements(connection);
        if (generation == 0) {
            return DesiredState.NOTHING;
        }
        if (sql.number("select count(*) from asterism_generation where number = ?", generation) == 0) {
            throw new DeploymentException("there is no generation " + generation);
        }
        return new DesiredState(sql.query(
                "select name, target, kind, version, sha256, size, source, properties"
                        + " from asterism_deployment where generation = ?",
                GenerationTable::deployment,
                generation));
    }

    private static Deployment deployment(ResultSet row) throws SQLException {
        String sha256 = row.getString(5);
        long size = row.getLong(6);
        return new Deployment(
                row.getString(1),
                DeploymentKind.valueOf(row.getString(3)),
                Target.parse(row.getString(2)),
                row.getString(4),
                Optional.ofNullable(sha256).map(hash -> new Artifact(hash, size)),
                row.getString(7),
                PropertyText.read(row.getString(8)));
    }

    /** Makes a change; {@link org.asterism.deployment.DeploymentAdminService#apply} says how it may fail. */
    public long change(ChangeRequest request) throws DeploymentException {
        return numbered(connection -> {
            long newest = newest(connection);
            if (request.basis().isPresent() && request.basis().get() != newest) {
                throw new DeploymentException("generation " + newest + " is newer than "
                        + request.basis().get() + ", on which the change is based: look at it, and try again");
            }
            DesiredState before = state(connection, newest);
            return insert(
                    connection, newest + 1, before, before.changed(request), request.who(), "", request.options());
        });
    }

    /** Makes the content of an earlier generation the newest again. */
    public long rollback(long generation, String who, RollOptions options) throws DeploymentException {
        return numbered(connection -> {
            long newest = newest(connection);
            DesiredState before = state(connection, newest);
            DesiredState after = state(connection, generation);
            if (after.equals(before)) {
                throw new DeploymentException(
                        "nothing would change: generation " + newest + " deploys the same as " + generation);
            }
            return insert(
                    connection, newest + 1, before, after, who, "back to generation " + generation + ": ", options);
        });
    }

    /** Who comes second with a number takes the next one. */
    private long numbered(Database.Work<Long> work) throws DeploymentException {
        for (int tries = 1; ; tries++) {
            try {
                return database.transact("storing a generation", work);
            } catch (DeploymentException e) {
                if (tries == MAX_TRIES || !(e.getCause() instanceof SQLException cause && isTaken(cause))) {
                    throw e;
                }
            }
        }
    }

    private static boolean isTaken(SQLException cause) {
        return cause.getSQLState() != null && cause.getSQLState().startsWith(INTEGRITY);
    }

    private long insert(
            Connection connection,
            long number,
            DesiredState before,
            DesiredState after,
            String who,
            String prefix,
            RollOptions options)
            throws SQLException, DeploymentException {
        Statements sql = new Statements(connection);
        String what = prefix + after.changesSince(before);
        sql.update(
                "insert into asterism_generation (number, author, what, created) values (?, ?, ?, ?)",
                number,
                who,
                what.substring(0, Math.min(what.length(), MAX_WHAT)),
                clock.millis());
        for (Deployment deployment : after.deployments()) {
            insert(sql, number, deployment);
        }
        RolloutTable.insert(sql, number, options, clock.millis());
        return number;
    }

    private static void insert(Statements sql, long generation, Deployment deployment)
            throws SQLException, DeploymentException {
        Optional<Artifact> file = deployment.artifact();
        if (file.isPresent()
                && sql.number(
                                "select count(*) from asterism_artifact where sha256 = ?",
                                file.get().sha256())
                        == 0) {
            throw new DeploymentException("the file of " + deployment.key() + " is not stored; send it first");
        }
        sql.update(
                "insert into asterism_deployment"
                        + " (generation, name, target, kind, version, sha256, size, source, properties)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                generation,
                deployment.name(),
                deployment.target().label(),
                deployment.kind().name(),
                deployment.version(),
                file.map(Artifact::sha256).orElse(null),
                file.map(Artifact::size).orElse(0L),
                deployment.source(),
                PropertyText.write(deployment.properties()));
    }

    /** What a node should have: what a roll has given it, else the stable generation. */
    public long assigned(MemberId node) throws DeploymentException {
        return database.transact("reading", connection -> new Statements(connection)
                .number(
                        "select max(generation) from asterism_rollout r where state = 'DONE' or"
                                + " (state in ('RUNNING', 'GOING_BACK', 'FAILED') and exists"
                                + " (select 1 from asterism_rollout_node n where n.generation = r.generation and n.node = ?"
                                + " and n.step in ('APPLYING', 'VERIFYING', 'DONE')))",
                        node.value()));
    }
}
