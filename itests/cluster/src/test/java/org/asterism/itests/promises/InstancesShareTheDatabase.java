package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.asterism.itests.harness.Ledger;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class InstancesShareTheDatabase {

    @Test
    @ExtendWith(SharedStar.class)
    void onH2(Star star) throws Exception {
        whatOneWritesTheOtherReads(star);
    }

    @Test
    void onPostgreSQL() throws Exception {
        Path directory = Files.createTempDirectory("asterism-postgres");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Star star = Star.named("postgres")) {
            Path password = Files.writeString(directory.resolve("password"), "postgres");
            star.demo(
                    "--nodes",
                    "1",
                    "--db",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "--db-user",
                    "postgres",
                    "--db-password-file",
                    password.toString());
            assertThat(star.status().json().at("/database/kind").asText()).isEqualTo("postgresql");
            whatOneWritesTheOtherReads(star);
        }
    }

    private static void whatOneWritesTheOtherReads(Star star) throws Exception {
        int stock = ThreadLocalRandom.current().nextInt(1, 1_000_000);
        new Shop(star.dispatcher(0)).create("shared", stock);
        assertThat(new Shop(star.dispatcher(1)).stock("shared")).isEqualTo(stock);

        assertThat(new Shop(star.dispatcher(1)).reserve("shared", 1).statusCode())
                .isEqualTo(200);
        assertThat(new Ledger(star).stock("shared")).isEqualTo(stock - 1);

        Visit visit = new Visit();
        int visits = 0;
        for (URI node : star.nodeUrls()) {
            assertThat(visit.whoAmI(node).get("visits").asInt()).isEqualTo(++visits);
        }
    }
}
