package org.asterism.launcher.doctor;

import java.io.IOException;
import java.util.List;
import org.asterism.launcher.LauncherException;

/** Looks at one thing. */
interface Check {

    /** The name by which its findings are known. */
    String name();

    /** What there is to tell. What cannot be looked at is thrown, and told as a problem. */
    List<Finding> findings() throws IOException, InterruptedException, LauncherException;
}
