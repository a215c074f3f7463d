package org.asterism.shell.internal.karaf;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;

/** Completes the ids of members. */
@Service
public final class MemberCompleter extends ViewCompleter {

    @Override
    Stream<String> words(ClusterView view) {
        return Stream.concat(
                Stream.of(MemberId.HUB.value()),
                view.members().stream().map(member -> member.id().value()));
    }
}
