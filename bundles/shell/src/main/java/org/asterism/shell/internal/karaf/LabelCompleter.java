package org.asterism.shell.internal.karaf;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterView;

/** Completes the labels of members, as {@code name:value}. */
@Service
public final class LabelCompleter extends ViewCompleter {

    @Override
    Stream<String> words(ClusterView view) {
        return view.members().stream()
                .flatMap(member -> member.labels().entrySet().stream())
                .map(label -> label.getKey() + ":" + label.getValue());
    }
}
