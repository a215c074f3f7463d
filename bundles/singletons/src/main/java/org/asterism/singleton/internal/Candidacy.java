package org.asterism.singleton.internal;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.singleton.internal.SingletonEffect.Activate;
import org.asterism.singleton.internal.SingletonEffect.Ask;
import org.asterism.singleton.internal.SingletonEffect.Deactivate;
import org.asterism.singleton.internal.SingletonEffect.Pause;
import org.asterism.singleton.internal.SingletonEffect.Release;
import org.asterism.singleton.internal.SingletonEffect.Settle;

/** How far this member is with one singleton. Each attempt goes from asking to holding to active, or ends on the way. */
final class Candidacy {

    private enum Stage {
        OUT,
        ASKING,
        SETTLING,
        ACTIVE,
        PAUSING
    }

    private final String name;
    private Stage stage = Stage.OUT;
    private long attempt;

    Candidacy(String name) {
        this.name = name;
    }

    /** Begins if it has not. */
    List<SingletonEffect> enter() {
        return stage == Stage.OUT ? ask() : List.of();
    }

    /** Ends; the components stop before the lock is given back. */
    List<SingletonEffect> leave() {
        Stage before = stage;
        stage = Stage.OUT;
        return switch (before) {
            case OUT, PAUSING -> List.of();
            case ASKING, SETTLING -> List.of(new Release(name, attempt));
            case ACTIVE -> List.of(new Deactivate(name, attempt), new Release(name, attempt));
        };
    }

    List<SingletonEffect> granted(long granted) {
        if (!isAt(Stage.ASKING, granted)) {
            return List.of(new Release(name, granted));
        }
        stage = Stage.SETTLING;
        return List.of(new Settle(name, attempt));
    }

    List<SingletonEffect> settled(long settled) {
        if (!isAt(Stage.SETTLING, settled)) {
            return List.of();
        }
        stage = Stage.ACTIVE;
        return List.of(new Activate(name, attempt));
    }

    List<SingletonEffect> failed(long failed) {
        return isAt(Stage.ASKING, failed) ? pause() : List.of();
    }

    List<SingletonEffect> lost(long lost) {
        if (isAt(Stage.ACTIVE, lost)) {
            return Stream.concat(Stream.of(new Deactivate(name, attempt)), pause().stream())
                    .toList();
        }
        return isAt(Stage.SETTLING, lost) ? pause() : List.of();
    }

    List<SingletonEffect> due(long due) {
        return isAt(Stage.PAUSING, due) ? ask() : List.of();
    }

    boolean isActive() {
        return stage == Stage.ACTIVE;
    }

    private List<SingletonEffect> ask() {
        stage = Stage.ASKING;
        attempt++;
        return List.of(new Ask(name, attempt));
    }

    private List<SingletonEffect> pause() {
        stage = Stage.PAUSING;
        return List.of(new Release(name, attempt), new Pause(name, attempt));
    }

    private boolean isAt(Stage expected, long number) {
        return stage == expected && attempt == number;
    }
}
