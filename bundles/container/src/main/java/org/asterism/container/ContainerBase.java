package org.asterism.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes the directory of a container ready: directories, templates, overlays. */
final class ContainerBase {

    private final ContainerSpec spec;
    private final ContainerLayout layout;

    ContainerBase(ContainerSpec spec) {
        this.spec = spec;
        this.layout = new ContainerLayout(spec.base());
    }

    ContainerLayout prepare() throws ContainerStartException {
        try {
            for (Path directory : List.of(
                    layout.etc(), layout.data().resolve("log"), layout.temporary(), layout.deploy(), layout.logs())) {
                Files.createDirectories(directory);
            }
            new BundleCache(spec, layout).refresh();
            FileTree.copy(existing(spec.home().resolve("etc")), layout.etc());
            FileTree.copy(
                    existing(spec.home()
                            .resolve("roles")
                            .resolve(spec.role().directory())
                            .resolve("etc")),
                    layout.etc());
            for (Map.Entry<Path, String> overlay : spec.overlays().entrySet()) {
                if (Files.isDirectory(overlay.getKey())) {
                    FileTree.copy(overlay.getKey(), below(overlay.getValue()));
                }
            }
            return layout;
        } catch (IOException e) {
            throw new ContainerStartException(
                    "cannot prepare the directory " + spec.base() + " of " + spec.name() + ": " + reason(e), e);
        }
    }

    private Path below(String directory) throws ContainerStartException {
        Path target = layout.base().resolve(directory).normalize();
        if (!target.startsWith(layout.base())) {
            throw new ContainerStartException("the overlay target " + directory + " is outside of " + layout.base());
        }
        return target;
    }

    private static Path existing(Path templates) throws ContainerStartException {
        if (!Files.isDirectory(templates)) {
            throw new ContainerStartException("the distribution is not complete: the templates in " + templates
                    + " are missing; unpack it again");
        }
        return templates;
    }

    /** File system exceptions often have a file name as their only message. */
    static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        return e.getClass() == IOException.class || message.contains(": ")
                ? message
                : e.getClass().getSimpleName().replace("Exception", "") + " " + message;
    }
}
