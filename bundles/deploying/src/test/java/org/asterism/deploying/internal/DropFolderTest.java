package org.asterism.deploying.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.deploying.internal.DropAction.Deploy;
import org.asterism.deploying.internal.DropAction.Undeploy;
import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.Target;
import org.junit.jupiter.api.Test;

class DropFolderTest {

    private static final String FILE = "shop.war";
    private static final FileState HALF = new FileState(10, 1);
    private static final FileState WHOLE = new FileState(20, 2);
    private static final Deployed SHOP =
            new Deployed(WHOLE, "0".repeat(64), new DeploymentKey("shop", Target.parse("a")));

    private final DropFolder folder = new DropFolder(Duration.ofSeconds(2), Map.of());

    @Test
    void aFileIsPickedUpWhenItHasNotChangedForAWhile() {
        assertThat(look(0, Map.of(FILE, HALF))).isEmpty();
        assertThat(look(1, Map.of(FILE, WHOLE))).isEmpty();
        assertThat(look(2, Map.of(FILE, WHOLE))).isEmpty();
        assertThat(look(3, Map.of(FILE, WHOLE))).containsExactly(new Deploy(FILE, WHOLE));

        folder.deployed(FILE, SHOP);
        assertThat(look(4, Map.of(FILE, WHOLE))).isEmpty();
        assertThat(look(100, Map.of(FILE, WHOLE))).isEmpty();
    }

    @Test
    void aFileThatChangesIsDeployedAgain() {
        deployed();
        FileState newer = new FileState(21, 9);

        assertThat(look(10, Map.of(FILE, newer))).isEmpty();
        assertThat(look(12, Map.of(FILE, newer))).containsExactly(new Deploy(FILE, newer));
    }

    @Test
    void aFileThatIsGoneIsUndeployedAndOneThatIsReplacedIsNot() {
        deployed();

        assertThat(look(10, Map.of())).isEmpty();
        assertThat(look(11, Map.of(FILE, WHOLE))).isEmpty();
        assertThat(look(20, Map.of())).isEmpty();
        assertThat(look(22, Map.of())).containsExactly(new Undeploy(FILE, SHOP));

        folder.undeployed(FILE);
        assertThat(look(30, Map.of())).isEmpty();
        assertThat(folder.deployed()).isEmpty();
    }

    @Test
    void whatWasDeployedInAFormerLifeIsKnown() {
        DropFolder next = new DropFolder(Duration.ofSeconds(2), Map.of(FILE, SHOP));
        assertThat(next.look(Map.of(FILE, WHOLE), seconds(0))).isEmpty();
        assertThat(next.look(Map.of(FILE, WHOLE), seconds(9))).isEmpty();

        DropFolder other = new DropFolder(Duration.ofSeconds(2), Map.of(FILE, SHOP));
        other.look(Map.of(), seconds(0));
        assertThat(other.look(Map.of(), seconds(2))).containsExactly(new Undeploy(FILE, SHOP));
    }

    @Test
    void whatFailedIsTriedAgainWhenItChangesOrAfterAPause() {
        look(0, Map.of(FILE, HALF));
        assertThat(look(2, Map.of(FILE, HALF))).hasSize(1);
        folder.failed(FILE, HALF, Optional.of(seconds(12)));
        assertThat(look(11, Map.of(FILE, HALF))).isEmpty();
        assertThat(look(12, Map.of(FILE, HALF))).hasSize(1);

        folder.failed(FILE, HALF, Optional.empty());
        assertThat(look(1000, Map.of(FILE, HALF))).isEmpty();
        look(1001, Map.of(FILE, WHOLE));
        assertThat(look(1003, Map.of(FILE, WHOLE))).containsExactly(new Deploy(FILE, WHOLE));
    }

    @Test
    void whatWasDeployedBeforeAFailureIsRestoredByTheSameFile() {
        deployed();
        FileState broken = new FileState(5, 9);
        look(10, Map.of(FILE, broken));
        assertThat(look(12, Map.of(FILE, broken))).hasSize(1);
        folder.failed(FILE, broken, Optional.empty());

        look(20, Map.of(FILE, WHOLE));
        assertThat(look(22, Map.of(FILE, WHOLE))).containsExactly(new Deploy(FILE, WHOLE));
    }

    @Test
    void severalComeInTheOrderOfTheirNames() {
        Map<String, FileState> files = Map.of("b.jar", WHOLE, "a.jar", WHOLE);
        look(0, files);

        assertThat(look(2, files)).extracting(DropAction::file).containsExactly("a.jar", "b.jar");
    }

    @Test
    void scopesAndLinesAreReadBack() {
        assertThat(Deployed.parse(SHOP.toLine())).isEqualTo(SHOP);
        assertThat(HotScope.parse("off").target(new MemberId("a"))).isEmpty();
        assertThat(HotScope.parse("instance").target(new MemberId("a"))).contains(Target.parse("a"));
    }

    private void deployed() {
        look(0, Map.of(FILE, WHOLE));
        look(2, Map.of(FILE, WHOLE));
        folder.deployed(FILE, SHOP);
    }

    private List<DropAction> look(long second, Map<String, FileState> files) {
        return folder.look(files, seconds(second));
    }

    private static Duration seconds(long second) {
        return Duration.ofSeconds(second);
    }
}
