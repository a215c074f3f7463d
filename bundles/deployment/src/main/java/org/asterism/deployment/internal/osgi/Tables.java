package org.asterism.deployment.internal.osgi;

import java.time.Clock;
import javax.sql.DataSource;
import org.asterism.deployment.internal.jdbc.ArtifactTable;
import org.asterism.deployment.internal.jdbc.Database;
import org.asterism.deployment.internal.jdbc.GenerationTable;
import org.asterism.deployment.internal.jdbc.NodeTable;
import org.asterism.deployment.internal.jdbc.RolloutTable;

/** All tables of one database. */
record Tables(ArtifactTable artifacts, GenerationTable generations, RolloutTable rollouts, NodeTable nodes) {

    static Tables of(DataSource source, long maxBytes) {
        Database database = new Database(source);
        Clock clock = Clock.systemUTC();
        return new Tables(
                new ArtifactTable(database, clock, maxBytes),
                new GenerationTable(database, clock),
                new RolloutTable(database, clock),
                new NodeTable(database, clock));
    }
}
