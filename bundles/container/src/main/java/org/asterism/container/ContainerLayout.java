package org.asterism.container;

import java.nio.file.Path;

/** Where the files of one container are. */
public record ContainerLayout(Path base) {

    /** With an absolute base. */
    public ContainerLayout {
        base = base.toAbsolutePath().normalize();
    }

    /** Its configuration: templates and overlays, written at each start. */
    public Path etc() {
        return base.resolve("etc");
    }

    /** What Karaf keeps, such as its bundle cache; may be deleted while the container is down. */
    public Path data() {
        return base.resolve("data");
    }

    /** Temporary files. */
    public Path temporary() {
        return data().resolve("tmp");
    }

    /** What is put here is deployed. */
    public Path deploy() {
        return base.resolve("deploy");
    }

    /** The directory of the logs. */
    public Path logs() {
        return base.resolve("log");
    }

    /** The log. */
    public Path log() {
        return logs().resolve("karaf.log");
    }

    /** Standard output and standard error of the process. */
    public Path consoleLog() {
        return logs().resolve("console.log");
    }

    /** Its heap dumps. */
    public Path dumps() {
        return base.resolve("dumps");
    }

    /** The record of its process. */
    public Path processRecord() {
        return base.resolve("process.json");
    }
}
