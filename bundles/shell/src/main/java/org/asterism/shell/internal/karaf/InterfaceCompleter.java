package org.asterism.shell.internal.karaf;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterView;

/** Completes the Java interfaces of services. */
@Service
public final class InterfaceCompleter extends ViewCompleter {

    @Override
    Stream<String> words(ClusterView view) {
        return view.services().stream().flatMap(service -> service.interfaces().stream());
    }
}
