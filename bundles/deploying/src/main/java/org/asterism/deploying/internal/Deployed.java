package org.asterism.deploying.internal;

import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.Target;

/** What was deployed from a file. */
public record Deployed(FileState state, String sha256, DeploymentKey key) {

    private static final int PARTS = 5;

    /** In one line. */
    public String toLine() {
        return state.size() + " " + state.modifiedMillis() + " " + sha256 + " "
                + key.target().label() + " " + key.name();
    }

    /** @throws IllegalArgumentException if {@link #toLine} never writes that */
    public static Deployed parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not understood: '" + line + "'");
        }
        FileState state = new FileState(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        return new Deployed(state, parts[2], new DeploymentKey(parts[4], Target.parse(parts[3])));
    }
}
