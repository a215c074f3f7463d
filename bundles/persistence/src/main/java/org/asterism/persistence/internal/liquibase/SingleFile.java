package org.asterism.persistence.internal.liquibase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import org.asterism.persistence.internal.ChangeLog;

/** Lets Liquibase see the change log and no other file. */
final class SingleFile extends AbstractResourceAccessor {

    private final ChangeLog changeLog;

    SingleFile(ChangeLog changeLog) {
        this.changeLog = changeLog;
    }

    @Override
    public List<Resource> getAll(String path) {
        return path.equals(changeLog.path()) ? List.of(new Text()) : List.of();
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        return List.of();
    }

    @Override
    public List<String> describeLocations() {
        return List.of(changeLog.path());
    }

    @Override
    public void close() {
        // nothing is open
    }

    private final class Text extends AbstractResource {

        Text() {
            super(changeLog.path(), URI.create("changelog:" + changeLog.path()));
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(changeLog.text().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) throws IOException {
            throw new IOException("a change log is read only");
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Resource resolve(String other) {
            throw new UnsupportedOperationException("a change log refers to no other file: " + other);
        }

        @Override
        public Resource resolveSibling(String other) {
            return resolve(other);
        }
    }
}
