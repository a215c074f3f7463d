package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.asterism.container.ClusterLayout;
import org.asterism.container.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path base;

    @Test
    void areForTheOwnerOnlyAndStayTheSame() throws Exception {
        ClusterLayout layout = new ClusterLayout(base.resolve("cluster"));
        Secrets secrets = new Secrets(layout);

        secrets.create();
        String first = Files.readString(layout.clusterSecret());
        secrets.create();

        assertThat(first).matches("[0-9a-f]{48}");
        assertThat(layout.clusterSecret()).content().isEqualTo(first);
        assertThat(secrets.databasePassword()).isNotEqualTo(secrets.shellPassword());
        assertThat(permissions(layout.secrets())).isEqualTo("rwx------");
        for (Path file : List.of(layout.clusterSecret(), layout.databasePassword(), layout.shellPassword())) {
            assertThat(permissions(file)).isEqualTo("rw-------");
        }
    }

    @Test
    void makeTheUserOfEveryShell() throws Exception {
        ClusterLayout layout = new ClusterLayout(base);

        ShellUsers.write(layout, "pass");

        for (Role role : Role.values()) {
            Path users = layout.overlay(role).resolve("users.properties");
            assertThat(Files.readString(users))
                    .contains("asterism = pass,_g_:admingroup\n")
                    .contains("_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
            assertThat(permissions(users)).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
