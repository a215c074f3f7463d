package org.asterism.hub.internal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;

/**
 * Chooses from the two lists. An empty part chooses everything.
 *
 * <ol>
 *   <li>A member is chosen if all parts but {@code interfaces} fit: one of the values of each, and all labels.
 *   <li>A service is chosen if it has one of the interfaces and its owner is chosen.
 *   <li>The hub, which is in no list, has an id and a kind only.
 * </ol>
 *
 * @param interfaces with or without their package
 */
record ClusterFilter(
        Set<String> ids,
        Set<MemberKind> kinds,
        Set<String> instances,
        Set<MemberState> states,
        List<Map.Entry<String, String>> labels,
        Set<String> interfaces) {

    private static final List<String> PARAMETERS = List.of("member", "kind", "instance", "state", "label", "interface");

    /** Of the parameters of a request, each of which may be given several times. */
    static ClusterFilter of(Map<String, String[]> parameters) throws BadParameterException {
        refuseUnknown(parameters.keySet(), PARAMETERS);
        try {
            return new ClusterFilter(
                    values(parameters, "member", Function.identity()),
                    values(parameters, "kind", MemberKind::ofLabel),
                    values(parameters, "instance", Function.identity()),
                    values(parameters, "state", ClusterFilter::state),
                    List.copyOf(values(parameters, "label", ClusterFilter::label)),
                    values(parameters, "interface", Function.identity()));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(e.getMessage());
        }
    }

    /** For requests that take no others than these. */
    static void refuseUnknown(Set<String> given, List<String> known) throws BadParameterException {
        List<String> unknown = new ArrayList<>(given);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new BadParameterException("not a parameter here: " + String.join(", ", unknown) + " (known: "
                    + (known.isEmpty() ? "none" : String.join(", ", known)) + ")");
        }
    }

    /** What is chosen of a view. */
    ClusterView of(ClusterView view) {
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

    private boolean chooses(Member member) {
        return fits(ids, member.id().value())
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
            return fits(ids, owner.value())
                    && fits(kinds, MemberKind.HUB)
                    && instances.isEmpty()
                    && states.isEmpty()
                    && labels.isEmpty();
        }
        Optional<Member> member = view.member(owner);
        return member.filter(this::chooses).isPresent();
    }

    private static <T> boolean fits(Set<T> chosen, T value) {
        return chosen.isEmpty() || chosen.contains(value);
    }

    private static <T> Set<T> values(Map<String, String[]> parameters, String name, Function<String, T> read) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .map(read)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static MemberState state(String value) {
        return Arrays.stream(MemberState.values())
                .filter(state -> state.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a member state: '" + value + "' (expected JOINING, UP or DRAINING)"));
    }

    private static Map.Entry<String, String> label(String value) {
        int colon = value.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not a label: '" + value + "' (expected name:value)");
        }
        return Map.entry(value.substring(0, colon), value.substring(colon + 1));
    }
}
