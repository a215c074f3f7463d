package org.asterism.drill.check;

import java.util.List;
import org.asterism.drill.history.History;

/** Looks for violations of one promise. */
@FunctionalInterface
interface Check {

    List<Violation> check(History history, Limits limits);
}
