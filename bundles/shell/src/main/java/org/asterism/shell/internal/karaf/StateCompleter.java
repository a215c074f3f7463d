package org.asterism.shell.internal.karaf;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberState;

/** Completes the states of members. */
@Service
public final class StateCompleter extends ViewCompleter {

    @Override
    Stream<String> words(ClusterView view) {
        return Arrays.stream(MemberState.values()).map(MemberState::name);
    }
}
