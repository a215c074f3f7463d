package org.asterism.bench.child;

import java.util.List;

/** What a child process does. */
interface Role {

    /**
     * Carries out a command.
     *
     * @return the answer, in one line
     */
    String answer(List<String> command) throws Exception;
}
