package org.asterism.itests.docs;

import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Command;

/** The commands of the scope {@code asterism} in the shell of a container. */
final class KarafCommands {

    private KarafCommands() {}

    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String type : ClassPath.names("org/asterism/shell/", ".class")) {
            Command command = annotation(
                    type.substring(0, type.length() - ".class".length()).replace('/', '.'));
            if (command != null && command.scope().equals("asterism")) {
                names.add(command.name());
            }
        }
        return names;
    }

    private static Command annotation(String type) {
        try {
            return Class.forName(type, false, KarafCommands.class.getClassLoader())
                    .getAnnotation(Command.class);
        } catch (ClassNotFoundException | NoClassDefFoundError needsMoreThanIsHere) {
            return null;
        }
    }
}
