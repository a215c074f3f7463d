package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.asterism.launcher.LauncherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {

    @TempDir
    Path directory;

    @Test
    void saysInOneLineThatTheDiskIsFullAlsoOfADirectoryThatIsNotThereYet() throws Exception {
        Path base = directory.resolve("not/there");

        assertThatThrownBy(() -> DiskRoom.require(base, 1L << 60))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("the disk of " + base + " is full (")
                .hasMessageContaining("MiB are left): make room, 1099511627776 MiB at least");
        DiskRoom.require(base, 1);
    }
}
