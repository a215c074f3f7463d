package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.asterism.itests.harness.Browser;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console in a real browser: what is seen is the cluster, and what is pressed is done. */
@ExtendWith(SharedStar.class)
class PageShowsTheCluster {

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(Browser.isThere(), "there is no Chromium here: apt-get install chromium chromium-driver");
    }

    private static URI console(Star star) {
        return URI.create("http://127.0.0.1:" + star.port(8180) + "/console/");
    }

    private static void login(Browser browser, Star star, String user, String password) {
        browser.open(console(star));
        browser.type("#login [name=user]", user);
        browser.type("#login [name=password]", password);
        browser.press("#login button");
        browser.awaitText("#who", user);
    }

    private static String password(Star star) throws IOException {
        return Files.readString(star.base().resolve("secrets/shell.password")).strip();
    }

    private static void allUp(Browser browser) {
        browser.awaitCount(".points g.UP:not(.faded):not(.lost)", 7);
    }

    @Test
    void theStarLivesAndCanBeWoundBack(Star star) throws Exception {
        try (Browser browser = new Browser()) {
            login(browser, star, "asterism", password(star));
            allUp(browser);
            browser.screenshot("star");

            star.kill("a/1");
            browser.awaitCount("#point-a-1.faded", 1);
            browser.screenshot("star-killed-node");
            allUp(browser);

            browser.press("#tab-Timeline");
            browser.awaitText("main", "member lost");
            browser.screenshot("timeline");
            browser.press("#tab-Star");
            browser.slide("#when", 0);
            browser.awaitText("#then", "The cluster as it was at");
            browser.screenshot("star-then");
            browser.press("#now");
            allUp(browser);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void everyViewShowsSomething(Star star) throws Exception {
        try (Browser browser = new Browser()) {
            login(browser, star, "asterism", password(star));
            view(browser, "Nodes", "/shop");
            view(browser, "Members", "server-node");
            view(browser, "Services", "MessageServer");
            view(browser, "Locks", "granted");
            view(browser, "Messages", "Carried");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void view(Browser browser, String name, String text) throws IOException {
        browser.press("#tab-" + name);
        browser.awaitText("main", text);
        browser.screenshot("view-" + name.toLowerCase(Locale.ROOT));
    }

    @Test
    void aNodeIsDrainedAndResumedWithAReason(Star star) throws Exception {
        try (Browser browser = new Browser()) {
            login(browser, star, "asterism", password(star));
            browser.press("#tab-Nodes");
            browser.press("#node-drain-b-1");
            browser.screenshot("ask");
            browser.type("#ask [name=reason]", "a new disk");
            browser.press("#confirm");
            browser.awaitText("main .DRAINING", "DRAINING");
            browser.screenshot("drained");
            browser.press("#node-resume-b-1");
            browser.type("#ask [name=reason]", "the disk is in");
            browser.press("#confirm");
            browser.awaitCount("main .DRAINING", 0);
            browser.press("#tab-Timeline");
            browser.awaitText("main", "a new disk");
        }
        star.awaitStatus("b/1 is UP again", status -> status.membersUp().size() == 6);
        assertThat(Files.readString(star.base().resolve("hub/log/karaf.log")))
                .contains("asterism (ADMIN) asked for node-drain {node=b/1}, because: a new disk: done");
    }

    @Test
    void aViewerLooksAndMayDoNothing(Star star) throws Exception {
        Path users = star.base().resolve("hub/etc/users.properties");
        Files.writeString(users, "\nvera = look-only,viewer\n", StandardOpenOption.APPEND);
        try (Browser browser = new Browser()) {
            login(browser, star, "vera", "look-only");
            browser.press("#tab-Nodes");
            browser.awaitText("main", "/shop");
            assertThat(browser.elements("main button")).isEmpty();
            browser.screenshot("viewer");
        }
    }

    @Test
    void aHubThatIsAwayIsShownAsAwayAndFoundAgain(Star star) throws Exception {
        try (Browser browser = new Browser()) {
            login(browser, star, "asterism", password(star));
            allUp(browser);

            star.kill("hub");
            browser.awaitText("#link", "Away");
            browser.screenshot("hub-away");
            star.start("hub");

            browser.awaitText("#link", "6 members");
            allUp(browser);
        }
    }
}
