package org.asterism.deployment.internal.karaf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.kar.KarService;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.internal.ApplyException;
import org.asterism.deployment.internal.Identity;
import org.asterism.deployment.internal.Installed;

/** Karaf archives (KAR); Karaf installs the features in them. */
public final class DeployedArchives {

    private final KarService archives;
    private final Notes notes;

    /** @param notes a file that lasts as long as the container's features do */
    public DeployedArchives(KarService archives, Path notes) {
        this.archives = archives;
        this.notes = new Notes(notes);
    }

    /** Those that were deployed and are there. */
    public List<Installed> installed() throws ApplyException {
        try {
            List<String> present = archives.list();
            List<Installed> all = new ArrayList<>();
            notes.all().forEach((name, note) -> {
                if (present.contains(name)) {
                    all.add(new Installed(name, DeploymentKind.KAR, note.version(), note.identity(), true, ""));
                }
            });
            return all;
        } catch (Exception e) {
            throw failed("archives", "cannot be listed", e);
        }
    }

    /** @param file named {@code <name of the deployment>.kar} */
    public void install(Deployment deployment, Path file) throws ApplyException {
        try {
            archives.install(file.toUri(), false, true);
            notes.put(deployment.name(), new Notes.Note(Identity.of(deployment), deployment.version()));
        } catch (Exception e) {
            throw failed(deployment.name(), "the archive could not be installed", e);
        }
    }

    /** With the features in it. */
    public void remove(Installed installed) throws ApplyException {
        try {
            archives.uninstall(installed.name(), true);
            notes.remove(installed.name());
        } catch (Exception e) {
            throw failed(installed.name(), "the archive could not be removed", e);
        }
    }

    private static ApplyException failed(String name, String what, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new ApplyException(name, what + ": " + (e instanceof IOException ? e.toString() : e.getMessage()), e);
    }
}
