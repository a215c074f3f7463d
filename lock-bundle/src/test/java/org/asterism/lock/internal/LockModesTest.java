package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.lock.internal.TableFixture.A;
import static org.asterism.lock.internal.TableFixture.isGranted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix that docs/locks.md shows is what the table does, wherever two keys overlap. */
class LockModesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "locks.md");
    private static final String COLUMNS = "| | "
            + Arrays.stream(LockMode.values()).map(mode -> "`" + mode + "`").collect(Collectors.joining(" | ")) + " |";
    private static final LockKey KEY = LockKey.of("n", "k", "a", "b");
    private static final List<LockKey> OVERLAPPING = List.of(
            KEY,
            LockKey.of("n", "k", "a", LockKey.ANY),
            LockKey.of("n", "k", LockKey.ANY, "b"),
            LockKey.of("n", "k", LockKey.ANY, LockKey.ANY));
    private static final List<LockKey> APART = List.of(
            LockKey.of("n", "k", "a", "c"),
            LockKey.of("n", "k", "c", LockKey.ANY),
            LockKey.of("n", "k", "a"),
            LockKey.of("n", "k", LockKey.ANY),
            LockKey.of("n", "k", "a", "b", LockKey.ANY),
            LockKey.of("n", "l", LockKey.ANY, LockKey.ANY),
            LockKey.of("m", "k", LockKey.ANY, LockKey.ANY));

    /** One cell of the matrix for one pair of keys. */
    record Case(
            LockMode held, LockKey heldKey, LockMode asked, LockKey askedKey, boolean sameSession, boolean granted) {}

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Cell cell : matrix()) {
            for (LockKey one : OVERLAPPING) {
                for (LockKey other : OVERLAPPING) {
                    cases.add(new Case(cell.held, one, cell.asked, other, true, cell.sameSession));
                    cases.add(new Case(cell.held, one, cell.asked, other, false, cell.otherSession));
                }
            }
            for (LockKey apart : APART) {
                cases.add(new Case(cell.held, KEY, cell.asked, apart, false, true));
                cases.add(new Case(cell.held, apart, cell.asked, KEY, false, true));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTableDoesWhatTheMatrixSays(Case one) {
        TableFixture table = TableFixture.open();
        assertThat(isGranted(table.acquire(A, "s", 1, one.heldKey, one.held))).isTrue();
        String session = one.sameSession ? "s" : "t";
        LockRequest asked = new LockRequest(one.askedKey, one.asked);
        assertThat(table.table.isFree(A, session, asked)).isEqualTo(one.granted);
        assertThat(isGranted(table.acquire(A, session, 2, Duration.ZERO, asked)))
                .isEqualTo(one.granted);
    }

    @Test
    void theMatrixIsCompleteAndSymmetric() throws IOException {
        List<Cell> cells = matrix();
        assertThat(cells).hasSize(LockMode.values().length * LockMode.values().length);
        for (Cell cell : cells) {
            assertThat(cells).contains(cell.turned());
        }
    }

    /** @param sameSession whether the session that holds the one is granted the other */
    private record Cell(LockMode held, LockMode asked, boolean sameSession, boolean otherSession) {

        /** The same two modes the other way round. */
        Cell turned() {
            return new Cell(/* held= */ asked, /* asked= */ held, sameSession, otherSession);
        }
    }

    /** Rows: held; columns: asked for; a cell: what the same session gets / what another session gets. */
    private static List<Cell> matrix() throws IOException {
        List<Cell> cells = new ArrayList<>();
        List<String> lines = Files.readAllLines(DOCUMENT);
        assertThat(lines).contains(COLUMNS);
        for (String line : lines) {
            List<String> row =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (row.size() == LockMode.values().length + 3 && row.get(1).startsWith("held `")) {
                LockMode held = LockMode.valueOf(row.get(1).replaceAll("held `(.*)`", "$1"));
                int column = 2;
                for (LockMode asked : LockMode.values()) {
                    cells.add(cell(held, asked, row.get(column)));
                    column++;
                }
            }
        }
        return cells;
    }

    private static Cell cell(LockMode held, LockMode asked, String text) {
        assertThat(text).matches("(yes|no) / (yes|no)");
        return new Cell(held, asked, text.startsWith("yes"), text.endsWith("yes"));
    }
}
