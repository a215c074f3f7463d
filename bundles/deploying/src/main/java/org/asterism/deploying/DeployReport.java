package org.asterism.deploying;

/** What is shown of deployments. */
public interface DeployReport {

    /** For people; ends with a line break. */
    String text();

    /** For programs: maps, lists, strings, numbers and booleans. Keys are added, never renamed. */
    Object document();
}
