package org.asterism.shell.internal.karaf;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberKind;

/** Completes the kinds of members. */
@Service
public final class KindCompleter extends ViewCompleter {

    @Override
    Stream<String> words(ClusterView view) {
        return Arrays.stream(MemberKind.values()).map(MemberKind::label);
    }
}
