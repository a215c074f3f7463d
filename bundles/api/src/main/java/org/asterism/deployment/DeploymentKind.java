package org.asterism.deployment;

/** What can be deployed. */
public enum DeploymentKind {
    /** An OSGi bundle. */
    BUNDLE,
    /** A web application archive, with the headers of a bundle or without. */
    WAR,
    /** A Karaf archive: features and their bundles in one file. */
    KAR,
    /** A feature of a Karaf features repository. */
    FEATURE,
    /** The properties of a PID, or of one instance of a factory PID. */
    CONFIGURATION;

    /** Whether it comes as a file. */
    public boolean isFile() {
        return this == BUNDLE || this == WAR || this == KAR;
    }
}
