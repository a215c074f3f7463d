package org.asterism.deploying.internal;

/** What is to be done for a file. */
public sealed interface DropAction {

    /** Its name. */
    String file();

    /** Deploy it; the outcome is told to the folder. */
    record Deploy(String file, FileState state) implements DropAction {}

    /** Undeploy what was deployed from it; the file is gone. */
    record Undeploy(String file, Deployed deployed) implements DropAction {}
}
