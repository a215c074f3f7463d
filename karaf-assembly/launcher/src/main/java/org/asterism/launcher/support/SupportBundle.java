package org.asterism.launcher.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.asterism.container.JavaRuntime;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.Role;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.doctor.Doctor;
import org.asterism.launcher.doctor.DoctorReport;
import org.asterism.launcher.status.HubPage;
import org.asterism.launcher.status.StatusJson;
import org.asterism.launcher.status.StatusReader;

/** Writes logs, views, thread dumps, configuration, and what the doctor says of a cluster into one file. */
public final class SupportBundle {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<String> LOGS = List.of("karaf.log", "console.log");
    private static final List<String> RECORDS = List.of("process.json", "node.json");
    /** They hold nothing but secrets. */
    private static final List<String> NEVER = List.of("users.properties", "keys.properties", "host.key");

    private final Cluster cluster;
    private final Redaction redaction;
    private final int logBytes;

    /**
     * What was written.
     *
     * @param entries what is in it
     * @param missing what could not be had, and why
     */
    public record Summary(List<String> entries, List<String> missing) {}

    /** With the end of each log, of so many bytes at most. */
    public SupportBundle(Cluster cluster, int logBytes) throws IOException {
        this.cluster = cluster;
        this.redaction = new Redaction(secrets(cluster));
        this.logBytes = logBytes;
    }

    /**
     * Writes a new file.
     *
     * @param versions what runs here
     */
    public Summary write(Path file, List<String> versions) throws IOException, InterruptedException {
        try (BundleZip zip = new BundleZip(file)) {
            zip.add("versions.txt", () -> versions(versions));
            zip.add("doctor.json", this::doctor);
            zip.add("status.json", this::status);
            views(zip);
            for (BundlePart part : BundlePart.of(cluster)) {
                part(zip, part);
            }
            configuration(zip);
            zip.add("missing.txt", () -> String.join("\n", zip.missing()));
            return new Summary(zip.entries(), zip.missing());
        }
    }

    private void part(BundleZip zip, BundlePart part) throws IOException, InterruptedException {
        for (String log : LOGS) {
            zip.add(
                    part.directory() + "/" + log,
                    () -> redaction.text(LogEnd.of(part.layout().logs().resolve(log), logBytes)));
        }
        for (String record : RECORDS) {
            zip.add(
                    part.directory() + "/" + record,
                    () -> text(part.layout().base().resolve(record)));
        }
        Optional<ProcessIdentity> process = part.process();
        if (process.isPresent()) {
            zip.add(
                    part.directory() + "/threads.txt",
                    () -> redaction.text(new ThreadDump(JavaRuntime.current())
                            .of(process.get().pid())));
        }
        directory(zip, part.directory() + "/etc/", part.layout().etc());
    }

    private void configuration(BundleZip zip) throws IOException, InterruptedException {
        zip.add("cluster.json", () -> text(cluster.layout().clusterFile()));
        for (Role role : Role.values()) {
            directory(zip, "etc/" + role.directory() + "/", cluster.layout().overlay(role));
        }
    }

    private void directory(BundleZip zip, String name, Path directory) throws IOException, InterruptedException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(SupportBundle::isConfiguration).sorted().toList()) {
                zip.add(name + file.getFileName(), () -> redaction.configuration(text(file)));
            }
        }
    }

    private static boolean isConfiguration(Path file) {
        String name = file.getFileName().toString();
        return !NEVER.contains(name)
                && (name.endsWith(".cfg") || name.endsWith(".properties") || name.equals("jvm.options"));
    }

    private void views(BundleZip zip) throws IOException, InterruptedException {
        for (int number : cluster.file().hubNumbers()) {
            HubViews views = new HubViews(new HubPage(cluster.ports().hubHttp(number)).url());
            for (var view : new TreeMap<>(HubViews.PATHS).entrySet()) {
                String name = cluster.hub(number).base().getFileName() + "/" + view.getKey();
                zip.add(name, () -> redaction.text(views.get(view.getValue(), TIMEOUT)));
            }
        }
    }

    private String doctor() throws InterruptedException, JsonProcessingException {
        Doctor doctor = new Doctor(cluster.home(), cluster.layout().base(), Optional.empty());
        return redaction.text(new DoctorReport(doctor.examine()).json());
    }

    private String status() throws IOException, InterruptedException, LauncherException {
        return redaction.text(StatusJson.of(new StatusReader(cluster).read()));
    }

    private static String versions(List<String> versions) {
        List<String> lines = new ArrayList<>(versions);
        for (String property : List.of("os.name", "os.version", "os.arch", "java.vm.name", "java.vm.version")) {
            lines.add(property + " " + System.getProperty(property));
        }
        lines.add("processors " + Runtime.getRuntime().availableProcessors());
        return String.join("\n", lines) + "\n";
    }

    private String text(Path file) throws IOException {
        return Files.exists(file) ? redaction.text(LogEnd.of(file, logBytes)) : "";
    }

    /** All lines of all files in the directory of secrets that are text. */
    private static List<String> secrets(Cluster cluster) throws IOException {
        List<String> secrets = new ArrayList<>();
        Path directory = cluster.layout().secrets();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.toString().endsWith(".p12")) {
                        Files.readString(file, StandardCharsets.ISO_8859_1)
                                .lines()
                                .map(String::strip)
                                .forEach(secrets::add);
                    }
                }
            }
        }
        return secrets;
    }
}
