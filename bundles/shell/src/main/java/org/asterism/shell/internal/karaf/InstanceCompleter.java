package org.asterism.shell.internal.karaf;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterView;

/** Completes the names of instances. */
@Service
public final class InstanceCompleter extends ViewCompleter {

    @Override
    Stream<String> words(ClusterView view) {
        return view.members().stream().flatMap(member -> member.instance().stream());
    }
}
