package org.asterism.health;

import java.util.List;

/**
 * What came of one check.
 *
 * @param tags {@code live} or {@code ready}, and others
 * @param text why it is so, and what to do if something is wrong; may be empty if nothing is
 */
public record CheckResult(String name, List<String> tags, boolean ok, String text) {

    public CheckResult {
        tags = List.copyOf(tags);
    }
}
