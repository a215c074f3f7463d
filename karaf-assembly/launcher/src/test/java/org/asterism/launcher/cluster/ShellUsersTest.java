package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asterism.container.ClusterLayout;
import org.asterism.container.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellUsersTest {

    @TempDir
    Path base;

    @Test
    void usersThatPeopleHaveAddedStay() throws Exception {
        ClusterLayout layout = new ClusterLayout(base);
        ShellUsers.write(layout, "first");
        Path hub = layout.overlay(Role.HUB).resolve("users.properties");
        String ours = Files.readString(hub, StandardCharsets.ISO_8859_1);
        Files.writeString(hub, ours + "vera = look-only,viewer\n");

        ShellUsers.write(layout, "second");

        assertThat(Files.readAllLines(hub))
                .contains("asterism = second,_g_:admingroup", "vera = look-only,viewer")
                .doesNotContain("asterism = first,_g_:admingroup")
                .hasSize(4);
    }

    @Test
    void whatIsWrittenTwiceIsTheSame() {
        List<String> once = ShellUsers.lines("secret", List.of());

        assertThat(ShellUsers.lines("secret", once)).isEqualTo(once);
    }
}
