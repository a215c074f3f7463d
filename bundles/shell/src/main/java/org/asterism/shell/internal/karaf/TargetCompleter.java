package org.asterism.shell.internal.karaf;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberKind;
import org.asterism.deployment.Target;

/** Completes targets of deployments: the cluster, instances and server nodes. */
@Service
public final class TargetCompleter extends ViewCompleter {

    @Override
    Stream<String> words(ClusterView view) {
        Stream<String> members = view.members().stream()
                .filter(member -> member.kind() == MemberKind.INSTANCE || member.kind() == MemberKind.SERVER_NODE)
                .map(member -> member.id().value());
        return Stream.concat(Stream.of(Target.CLUSTER.label()), members);
    }
}
