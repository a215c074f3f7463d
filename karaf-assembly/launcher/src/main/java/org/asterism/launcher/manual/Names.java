package org.asterism.launcher.manual;

import java.util.Iterator;
import java.util.List;

/** Marks a parameter that is the name of a part: which ones there are is known only where the completion runs. */
public final class Names implements Iterable<String> {

    /** What stands in the script in the place of the names. */
    static final String MARK = "@names@";

    @Override
    public Iterator<String> iterator() {
        return List.of(MARK).iterator();
    }
}
