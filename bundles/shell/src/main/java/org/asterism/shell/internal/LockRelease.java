package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.lock.LockKey;

/**
 * What became of a wish to take a lock from its holders.
 *
 * @param sessions from how many it was taken
 */
public record LockRelease(LockKey key, String by, String reason, int sessions) implements Report {

    @Override
    public String text() {
        return key + " was taken from " + sessions + (sessions == 1 ? " session" : " sessions")
                + "; they are told, and " + "the hub logs that " + by + " asked for it: " + reason + "\n";
    }

    @Override
    public Object document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", key.toString());
        document.put("by", by);
        document.put("reason", reason);
        document.put("sessions", sessions);
        return document;
    }
}
