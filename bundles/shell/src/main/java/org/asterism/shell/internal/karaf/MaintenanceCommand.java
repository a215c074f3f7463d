package org.asterism.shell.internal.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.dispatcher.MaintenanceService;
import org.asterism.documents.Ages;
import org.asterism.shell.internal.MaintenanceListing;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;

/** {@code asterism:maintenance}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "maintenance",
        description =
                "Shows a maintenance page for an application at all dispatchers (on), ends that (off), or lists (nothing)")
public final class MaintenanceCommand extends ShellCommand {

    private static final String IMPORTED = "service.imported";

    @Argument(index = 0, name = "action", description = "on or off; nothing lists what is under maintenance")
    @Completion(
            value = StringsCompleter.class,
            values = {"on", "off"})
    private String action = "";

    @Argument(
            index = 1,
            name = "application",
            description = "Context path, such as /shop; / is the root application only")
    private String application = "";

    @Option(name = "--page", description = "File with an HTML page, on the machine of this container")
    private String page;

    @Option(name = "--text", description = "What clients see, as plain text")
    private String text;

    @Option(name = "--retry-after", description = "When clients may come again, such as 30s or 10min")
    private String retryAfter = "60s";

    @Override
    public Object execute() throws IOException {
        List<String> silent = new ArrayList<>();
        SortedMap<String, List<MaintenanceNotice>> before = ask(silent, MaintenanceService::notices);
        if (before.isEmpty() && silent.isEmpty()) {
            throw new IllegalStateException("no dispatcher is known here");
        }
        if (!action.isEmpty()) {
            MaintenanceNotice notice = notice(before);
            silent.clear();
            show(new MaintenanceListing(ask(silent, desk -> told(desk, notice)), silent));
        } else {
            show(new MaintenanceListing(before, silent));
        }
        return null;
    }

    private static List<MaintenanceNotice> told(MaintenanceService desk, MaintenanceNotice notice) {
        desk.take(List.of(notice));
        return desk.notices();
    }

    private MaintenanceNotice notice(SortedMap<String, List<MaintenanceNotice>> before) throws IOException {
        boolean on = action.equals("on");
        if (!on && !action.equals("off")) {
            throw new IllegalArgumentException("the action is 'on' or 'off', not '" + action + "'");
        }
        if (page != null && text != null) {
            throw new IllegalArgumentException("there is one page: give --page or --text, not both");
        }
        long newest = before.values().stream()
                .flatMap(List::stream)
                .mapToLong(MaintenanceNotice::version)
                .max()
                .orElse(0);
        Duration again = Ages.parse(retryAfter);
        String shown = !on ? "" : page != null ? read(Path.of(page)) : text == null ? "" : text;
        return new MaintenanceNotice(
                application, on, shown, page != null, again, Math.max(System.currentTimeMillis(), newest + 1));
    }

    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file.toAbsolutePath() + " on this machine");
        }
        if (Files.size(file) > 4L * MaintenanceNotice.MAX_PAGE) {
            throw new IllegalArgumentException(file + " has more than " + MaintenanceNotice.MAX_PAGE + " characters");
        }
        return Files.readString(file);
    }

    private SortedMap<String, List<MaintenanceNotice>> ask(
            List<String> silent, Lookup.Use<MaintenanceService, List<MaintenanceNotice>, RuntimeException> question) {
        SortedMap<String, ServiceReference<MaintenanceService>> desks = new TreeMap<>();
        lookup().references(MaintenanceService.class).stream()
                .sorted(Comparator.comparing(reference -> reference.getProperty(IMPORTED) != null))
                .filter(reference -> reference.getProperty(MaintenanceService.INSTANCE) != null)
                .forEach(reference -> desks.putIfAbsent(
                        reference.getProperty(MaintenanceService.INSTANCE).toString(), reference));
        SortedMap<String, List<MaintenanceNotice>> answers = new TreeMap<>();
        desks.forEach((instance, reference) -> {
            try {
                answers.put(instance, lookup().call(reference, "it is gone", question));
            } catch (ServiceException | IllegalStateException e) {
                silent.add("the dispatcher of " + instance + " did not answer: " + e.getMessage());
            }
        });
        return answers;
    }
}
