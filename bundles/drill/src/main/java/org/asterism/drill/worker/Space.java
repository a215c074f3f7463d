package org.asterism.drill.worker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asterism.lock.LockKey;

/** What there is to be locked: cells of a table, in rows and columns, and things that are kept for long. */
public final class Space {

    private static final int SIDE = 3;
    private static final String CELL = "cell";
    private static final String KEPT = "kept";

    private final String namespace;
    private final List<LockKey> cells;

    Space(String namespace) {
        this.namespace = namespace;
        this.cells = IntStream.range(0, SIDE * SIDE)
                .mapToObj(number -> cell(Integer.toString(number / SIDE), Integer.toString(number % SIDE)))
                .toList();
    }

    LockKey anyCell(Random random) {
        return cells.get(random.nextInt(cells.size()));
    }

    /** Different ones, in no order. */
    List<LockKey> someCells(Random random, int count) {
        List<LockKey> shuffled = new ArrayList<>(cells);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, count));
    }

    /** A row or a column, and once in a while the whole table. */
    LockKey anyArea(Random random) {
        String number = Integer.toString(random.nextInt(SIDE));
        return switch (random.nextInt(2 * SIDE + 1)) {
            case 0 -> cell(LockKey.ANY, LockKey.ANY);
            case 1, 2, 3 -> cell(number, LockKey.ANY);
            default -> cell(LockKey.ANY, number);
        };
    }

    LockKey kept(int number) {
        return LockKey.of(namespace, KEPT, Integer.toString(number));
    }

    /** What an exclusive holder of the key may write. */
    List<LockKey> written(LockKey key) {
        return key.hasWildcard() ? cells.stream().filter(key::overlaps).toList() : List.of(key);
    }

    /** Everything there is, as areas. */
    public static List<LockKey> everything(String namespace) {
        return Stream.of(
                        LockKey.of(namespace, CELL, LockKey.ANY, LockKey.ANY), LockKey.of(namespace, KEPT, LockKey.ANY))
                .toList();
    }

    private LockKey cell(String row, String column) {
        return LockKey.of(namespace, CELL, row, column);
    }
}
