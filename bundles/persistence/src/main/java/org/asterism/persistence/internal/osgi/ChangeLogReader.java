package org.asterism.persistence.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import org.asterism.persistence.MigrationSet;
import org.asterism.persistence.internal.ChangeLog;

/** Reads the file of a migration set. */
final class ChangeLogReader {

    private ChangeLogReader() {}

    /** @throws IllegalArgumentException if the schema's name, the format or the size is not valid */
    static ChangeLog read(MigrationSet set) throws IOException {
        String path = set.changeLog().getPath();
        URLConnection connection = set.changeLog().openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            byte[] bytes = in.readNBytes(ChangeLog.MAX_BYTES + 1);
            if (bytes.length > ChangeLog.MAX_BYTES) {
                throw new IllegalArgumentException(path + " has more than " + ChangeLog.MAX_BYTES + " bytes");
            }
            String format = path.substring(path.lastIndexOf('.') + 1);
            return new ChangeLog(set.schema(), format, new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
