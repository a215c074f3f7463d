package org.asterism.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code asterism deploy}. */
@Command(
        name = "deploy",
        description = "Deploys a bundle, WAR, KAR or feature to all server nodes, also to those that join later;"
                + " exit code 1 if a node does not get it.",
        footer = {
            "",
            "One node after the other gets it, drained before. A node that is not",
            "healthy with it goes back, and the roll stops.",
            "",
            "asterism deploy target/shop-1.1.war",
            "asterism deploy --to a,b/1 mvn:com.example/shop/1.1/war",
            "asterism deploy --feature shop/1.1 mvn:com.example/shop/1.1/xml/features",
        })
final class DeployCommand extends DeploymentCommand {

    @Parameters(
            paramLabel = "FILE|URL",
            description =
                    "A file here, or a URL that an instance can read: mvn:, https:, http:; of a feature its repository.")
    private String source;

    @Option(
            names = "--to",
            paramLabel = "TARGET",
            split = ",",
            description = "Only to these instances and server nodes, such as a,b/1 (default: the whole cluster).")
    private List<String> to = List.of();

    @Option(names = "--feature", paramLabel = "NAME[/VERSION]", description = "Deploy this feature of the repository.")
    private Optional<String> feature = Optional.empty();

    @Option(
            names = "--context-path",
            paramLabel = "PATH",
            description = "Where a web application is to be found (default: its own).")
    private Optional<String> contextPath = Optional.empty();

    @Option(names = "--dry-run", description = "Only say what would be done; exit code 1 if it would be refused.")
    private boolean dryRun;

    @Mixin
    private RollOptions roll = new RollOptions();

    @Override
    List<String> options() {
        List<String> options = new ArrayList<>(roll.words());
        if (!to.isEmpty()) {
            options.addAll(List.of("--to", String.join(",", to)));
        }
        feature.ifPresent(name -> options.addAll(List.of("--feature", name)));
        contextPath.ifPresent(path -> options.addAll(List.of("--context-path", path)));
        if (dryRun) {
            options.add("--dry-run");
        }
        return options;
    }

    @Override
    List<String> words() {
        return List.of(
                source.matches("[a-z]{2,}:.*")
                        ? source
                        : Path.of(source).toAbsolutePath().toString());
    }
}
