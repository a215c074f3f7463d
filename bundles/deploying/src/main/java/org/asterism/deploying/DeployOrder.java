package org.asterism.deploying;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Target;

/**
 * What somebody wants to have deployed.
 *
 * @param source a file, or a URL: {@code mvn:}, {@code https:}, {@code http:} as an instance sees it, {@code file:}
 * @param feature {@code NAME} or {@code NAME/VERSION}, if the source is the repository of a feature
 * @param contextPath of a web application, if not its own
 * @param targets for which nodes; not empty
 * @param who wants it
 */
public record DeployOrder(
        String source,
        Optional<String> feature,
        Optional<String> contextPath,
        List<Target> targets,
        String who,
        RollOptions options) {

    private static final Pattern FETCHED = Pattern.compile("(mvn|https|http|wrap|war):.*");

    /** @throws IllegalArgumentException if something is written in a wrong way */
    public DeployOrder {
        targets = List.copyOf(targets);
        if (source.isBlank() || targets.isEmpty()) {
            throw new IllegalArgumentException("name a file or URL, and at least one target");
        }
        contextPath.filter(path -> !path.matches("/[A-Za-z0-9._~/-]*")).ifPresent(path -> {
            throw new IllegalArgumentException("not a context path: '" + path + "' (expected such as /shop)");
        });
        if (feature.isPresent() && !FETCHED.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "the repository of a feature is a URL that every node can read: mvn:, https: or http:");
        }
    }

    /** Whether an instance is to fetch it. */
    public boolean isFetched() {
        return FETCHED.matcher(source).matches();
    }

    /** The path of a file that is read here. */
    public String path() {
        return source.startsWith("file:") ? source.substring("file:".length()).replaceFirst("^//", "") : source;
    }
}
