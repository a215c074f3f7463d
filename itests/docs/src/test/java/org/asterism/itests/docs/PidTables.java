package org.asterism.itests.docs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of configuration in the documents: PID to key to default, as they are written. */
final class PidTables {

    private static final Pattern NAME =
            Pattern.compile("`(?:etc/)?(org\\.asterism[a-z.]*?)(?:-[a-z0-9]+)?(?:\\.cfg)?`");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z][a-z0-9.-]*)` \\| [^|]*\\| ([^|]*)\\|.*");
    private static final Pattern HEADER = Pattern.compile("\\| .*\\| *default *\\|.*");

    private PidTables() {}

    static Map<String, Map<String, String>> read(Set<String> pids) {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        Repository.documents().forEach(document -> read(document, pids, tables));
        return tables;
    }

    private static void read(Path document, Set<String> pids, Map<String, Map<String, String>> tables) {
        String last = "";
        boolean inTable = false;
        for (String line : Repository.lines(document)) {
            Matcher row = ROW.matcher(line);
            if (inTable && row.matches()) {
                tables.computeIfAbsent(last, pid -> new TreeMap<>())
                        .put(
                                row.group(1),
                                row.group(2)
                                        .strip()
                                        .replace("`", "")
                                        .replaceAll("(?<=[0-9]),(?=[0-9]{3})", "")
                                        .replace(", ", ","));
                continue;
            }
            if (line.startsWith("#")) {
                last = "";
            }
            Matcher name = NAME.matcher(line);
            while (name.find()) {
                last = pids.contains(name.group(1)) ? name.group(1) : last;
            }
            inTable = line.startsWith("|")
                    && !last.isEmpty()
                    && (inTable || HEADER.matcher(line).matches());
        }
    }
}
