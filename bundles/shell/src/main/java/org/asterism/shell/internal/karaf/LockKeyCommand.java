package org.asterism.shell.internal.karaf;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.asterism.lock.LockKey;

/** A command about one lock. */
abstract class LockKeyCommand extends LockCommand {

    @Argument(
            name = "key",
            description = "The lock as asterism:locks shows it, such as 'shop:order[2026, *]'",
            required = true,
            multiValued = true)
    @Completion(LockKeyCompleter.class)
    private List<Object> words = List.of();

    /** @throws IllegalArgumentException saying what is wrong with it */
    final LockKey key() {
        if (words.stream().anyMatch(word -> word.toString().startsWith("--"))) {
            throw new IllegalArgumentException("options stand before the lock, not behind it");
        }
        StringBuilder key = new StringBuilder();
        for (Object word : words) {
            if (word instanceof Collection<?> list) { // what the shell makes of brackets that are not quoted
                key.append(list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]")));
            } else {
                key.append(key.isEmpty() ? "" : " ").append(word);
            }
        }
        return LockKey.parse(key.toString());
    }
}
