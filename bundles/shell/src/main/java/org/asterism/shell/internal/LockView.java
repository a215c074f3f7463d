package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.documents.LockPage;
import org.asterism.lock.LockKey;

/** One lock, or an area, and what overlaps with it. */
public record LockView(LockKey key, LockPage page) implements Report {

    @Override
    public String text() {
        return page.locks().isEmpty()
                ? "nobody holds or waits for " + key + LockListing.grace(page.status()) + "\n"
                : LockTable.of(page);
    }

    @Override
    public Object document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", key.toString());
        document.putAll(page.document());
        return document;
    }
}
