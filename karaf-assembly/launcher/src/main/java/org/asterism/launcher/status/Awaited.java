package org.asterism.launcher.status;

import java.io.IOException;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ProcessIdentity;
import org.asterism.launcher.LauncherException;

/**
 * Something that shall come up.
 *
 * @param name its name
 * @param identity the process without which it cannot come up
 * @param layout where its logs are
 * @param probe tells how it is
 */
public record Awaited(String name, ProcessIdentity identity, ContainerLayout layout, Probe probe) {

    /** Asks how it is. */
    @FunctionalInterface
    public interface Probe {
        /** How it is now. */
        Answer ask() throws IOException, LauncherException;
    }

    /**
     * How it is.
     *
     * @param state for the user; {@code UP} is what is waited for
     * @param remark more for the user; may be empty
     */
    public record Answer(String state, String remark) {

        private static final Answer UP = new Answer("UP", "");

        /** What is waited for. */
        public static Answer up(String remark) {
            return remark.isEmpty() ? UP : new Answer("UP", remark);
        }

        /** Not there yet. */
        public static Answer starting() {
            return new Answer("STARTING", "");
        }

        /** It is there, but will never do what is waited for; the reason says why and what to do. */
        public static Answer refused(String reason) {
            return new Answer("REFUSED", reason);
        }

        String told() {
            return remark.isEmpty() ? state : state + ": " + remark;
        }

        boolean isUp() {
            return state.equals("UP");
        }

        boolean isFinal() {
            return state.equals("QUARANTINED");
        }

        boolean isRefusal() {
            return state.equals("REFUSED");
        }
    }
}
