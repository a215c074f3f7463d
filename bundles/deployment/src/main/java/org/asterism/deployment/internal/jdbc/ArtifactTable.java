package org.asterism.deployment.internal.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ArtifactStore;
import org.asterism.deployment.ArtifactTooLargeException;
import org.asterism.deployment.DamagedArtifactException;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.internal.Identity;

/**
 * Files in pieces, each read or written by a statement and a transaction of its own, so that no more than one piece is ever in memory and no
 * transaction lasts. Content is written under an upload's id first; the row of the artifact, at the end, makes it valid.
 */
public final class ArtifactTable implements ArtifactStore {

    private static final int CHUNK = 256 * 1024;

    private final Database database;
    private final Clock clock;
    private final long maxBytes;

    public ArtifactTable(Database database, Clock clock, long maxBytes) {
        this.database = database;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    private record Upload(String id, long size) {}

    @Override
    public Artifact put(InputStream content) throws IOException, DeploymentException {
        String upload = UUID.randomUUID().toString();
        try {
            Artifact artifact = write(upload, content);
            if (!publish(upload, artifact)) {
                discard(upload);
            }
            return artifact;
        } catch (IOException | DeploymentException | RuntimeException e) {
            discardAfter(upload, e);
            throw e;
        }
    }

    private Artifact write(String upload, InputStream content) throws IOException, DeploymentException {
        MessageDigest digest = Identity.sha256();
        long size = 0;
        int number = 0;
        for (byte[] chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
            size += chunk.length;
            if (size > maxBytes) {
                throw new ArtifactTooLargeException(maxBytes);
            }
            digest.update(chunk);
            insert(upload, number++, chunk);
        }
        if (size == 0) {
            throw new IOException("the file is empty");
        }
        return new Artifact(HexFormat.of().formatHex(digest.digest()), size);
    }

    private void insert(String upload, int number, byte[] chunk) throws DeploymentException {
        database.transact("storing a file", connection -> new Statements(connection)
                .update(
                        "insert into asterism_artifact_chunk (upload, number, stored, content) values (?, ?, ?, ?)",
                        upload,
                        number,
                        clock.millis(),
                        chunk));
    }

    /** False if the same content is there already. */
    private boolean publish(String upload, Artifact artifact) throws DeploymentException {
        try {
            return database.transact("storing a file", connection -> {
                Statements sql = new Statements(connection);
                if (sql.update(
                                "update asterism_artifact set stored = ? where sha256 = ?",
                                clock.millis(),
                                artifact.sha256())
                        > 0) {
                    return false;
                }
                sql.update(
                        "insert into asterism_artifact (sha256, upload, size, stored) values (?, ?, ?, ?)",
                        artifact.sha256(),
                        upload,
                        artifact.size(),
                        clock.millis());
                return true;
            });
        } catch (DeploymentException e) {
            if (contains(artifact.sha256())) {
                return false;
            }
            throw e;
        }
    }

    private void discard(String upload) throws DeploymentException {
        database.transact("removing a file", connection -> new Statements(connection)
                .update("delete from asterism_artifact_chunk where upload = ?", upload));
    }

    private void discardAfter(String upload, Exception failure) {
        try {
            discard(upload);
        } catch (DeploymentException sweptLater) {
            failure.addSuppressed(sweptLater);
        }
    }

    /** Of a file that is there. */
    public Optional<Artifact> find(String sha256) throws DeploymentException {
        return upload(sha256).map(upload -> new Artifact(sha256, upload.size()));
    }

    @Override
    public boolean contains(String sha256) throws DeploymentException {
        return upload(sha256).isPresent();
    }

    private Optional<Upload> upload(String sha256) throws DeploymentException {
        return database.transact("looking for a file", connection -> new Statements(connection)
                        .query(
                                "select upload, size from asterism_artifact where sha256 = ?",
                                row -> new Upload(row.getString(1), row.getLong(2)),
                                sha256)
                        .stream()
                        .findFirst());
    }

    @Override
    public void copy(String sha256, OutputStream target) throws IOException, DeploymentException {
        Upload upload = upload(sha256)
                .orElseThrow(() ->
                        new DeploymentException("no file with SHA-256 " + sha256 + " is stored; deploy it again"));
        MessageDigest digest = Identity.sha256();
        DigestOutputStream out = new DigestOutputStream(target, digest);
        List<byte[]> chunk = chunk(upload.id(), 0);
        for (int number = 1; !chunk.isEmpty(); number++) {
            out.write(chunk.get(0));
            chunk = chunk(upload.id(), number);
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new DamagedArtifactException(sha256, found);
        }
    }

    private List<byte[]> chunk(String upload, int number) throws DeploymentException {
        return database.transact("reading a file", connection -> new Statements(connection)
                .query(
                        "select content from asterism_artifact_chunk where upload = ? and number = ?",
                        row -> row.getBytes(1),
                        upload,
                        number));
    }

    /** Removes files that no generation refers to and pieces that belong to no file, if they are older than this. */
    public int sweep(Duration age) throws DeploymentException {
        long before = clock.millis() - age.toMillis();
        return database.transact("removing old files", connection -> {
            Statements sql = new Statements(connection);
            int artifacts = sql.update(
                    "delete from asterism_artifact where stored < ? and sha256 not in"
                            + " (select sha256 from asterism_deployment where sha256 is not null)",
                    before);
            sql.update(
                    "delete from asterism_artifact_chunk where stored < ? and upload not in"
                            + " (select upload from asterism_artifact)",
                    before);
            return artifacts;
        });
    }
}
