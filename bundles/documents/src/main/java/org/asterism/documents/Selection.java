package org.asterism.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;

/**
 * Chooses members, services and changes. An empty part chooses everything.
 *
 * <ol>
 *   <li>A member is chosen if all parts but {@code interfaces} fit: one of the values of each, and all labels.
 *   <li>A service is chosen if it has one of the interfaces and its owner is chosen.
 *   <li>The hub, which is in no list, has an id and a kind only.
 *   <li>A change of a member or a service is chosen if it is, before or after. A change of the hub is always chosen.
 * </ol>
 *
 * @param interfaces with or without their package
 */
public record Selection(
        Set<MemberId> ids,
        Set<MemberKind> kinds,
        Set<String> instances,
        Set<MemberState> states,
        List<Map.Entry<String, String>> labels,
        Set<String> interfaces) {

    /** Everything. */
    public static final Selection ALL = of(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * As it is written on a command line: ids, labels of kinds, names of instances, names of states in any case,
     * {@code name:value}, names of interfaces.
     *
     * @throws IllegalArgumentException naming the value that is not one
     */
    public static Selection of(
            List<String> ids,
            List<String> kinds,
            List<String> instances,
            List<String> states,
            List<String> labels,
            List<String> interfaces) {
        return new Selection(
                values(ids, MemberId::new),
                values(kinds, MemberKind::ofLabel),
                Set.copyOf(instances),
                values(states, Selection::state),
                labels.stream().map(Selection::label).toList(),
                Set.copyOf(interfaces));
    }

    /** What is chosen of a view. */
    public ClusterView of(ClusterView view) {
        return new ClusterView(
                view.epoch(),
                view.revision(),
                view.warming(),
                view.stale(),
                view.members().stream().filter(this::chooses).toList(),
                view.services().stream()
                        .filter(service -> chooses(service, view))
                        .toList());
    }

    /** Whether a change is chosen. */
    public boolean chooses(ClusterEvent event, ClusterView before, ClusterView after) {
        if (event instanceof ClusterEvent.MemberJoined joined) {
            return choosesAny(joined.member());
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            return choosesAny(changed.before(), changed.after());
        } else if (event instanceof ClusterEvent.MemberLeft left) {
            return choosesAny(left.member());
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            return choosesAny(lost.member());
        } else if (event instanceof ClusterEvent.MemberDied died) {
            return fits(ids, died.member()) && interfaces.isEmpty() && choosesWhatIsGone();
        } else if (event instanceof ClusterEvent.ServiceAdded added) {
            return chooses(added.service(), after);
        } else if (event instanceof ClusterEvent.ServiceChanged changed) {
            return chooses(changed.before(), before) || chooses(changed.after(), after);
        } else if (event instanceof ClusterEvent.ServiceRemoved removed) {
            return chooses(removed.service(), before) || chooses(removed.service(), after);
        }
        return true;
    }

    /** With a choice of interfaces alone, members are not what is looked for. */
    private boolean choosesAny(Member... members) {
        return interfaces.isEmpty() && Arrays.stream(members).anyMatch(this::chooses);
    }

    private boolean chooses(Member member) {
        return fits(ids, member.id())
                && fits(kinds, member.kind())
                && (instances.isEmpty()
                        || member.instance().filter(instances::contains).isPresent())
                && fits(states, member.state())
                && member.labels().entrySet().containsAll(labels);
    }

    private boolean chooses(ServiceEntry service, ClusterView view) {
        return (interfaces.isEmpty() || service.interfaces().stream().anyMatch(this::choosesInterface))
                && choosesOwner(service.member(), view);
    }

    private boolean choosesInterface(String name) {
        return interfaces.contains(name) || interfaces.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private boolean choosesOwner(MemberId owner, ClusterView view) {
        if (owner.equals(MemberId.HUB)) {
            return fits(ids, owner) && fits(kinds, MemberKind.HUB) && choosesWhatIsGone();
        }
        return view.member(owner).filter(this::chooses).isPresent();
    }

    /** Of one who is in no list, the rest is not known. */
    private boolean choosesWhatIsGone() {
        return instances.isEmpty() && states.isEmpty() && labels.isEmpty();
    }

    private static <T> boolean fits(Set<T> chosen, T value) {
        return chosen.isEmpty() || chosen.contains(value);
    }

    private static <T> Set<T> values(List<String> words, Function<String, T> read) {
        return words.stream().map(read).collect(Collectors.toUnmodifiableSet());
    }

    private static MemberState state(String word) {
        return Arrays.stream(MemberState.values())
                .filter(state -> state.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a member state: '" + word + "' (expected JOINING, UP or DRAINING)"));
    }

    private static Map.Entry<String, String> label(String word) {
        List<String> parts = new ArrayList<>(List.of(word.split(":", 2)));
        if (parts.size() < 2 || parts.get(0).isEmpty()) {
            throw new IllegalArgumentException("not a label: '" + word + "' (expected name:value)");
        }
        return Map.entry(parts.get(0), parts.get(1));
    }
}
