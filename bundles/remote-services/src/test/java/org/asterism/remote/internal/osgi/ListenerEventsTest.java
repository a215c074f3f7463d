package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.remote.internal.EndpointProperties;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;

class ListenerEventsTest {

    private static final Map<Integer, String> NAMES = Map.of(
            EndpointEvent.ADDED, "added",
            EndpointEvent.MODIFIED, "modified",
            EndpointEvent.MODIFIED_ENDMATCH, "endmatch",
            EndpointEvent.REMOVED, "removed");

    private final ListenerEvents events = new ListenerEvents();

    private static EndpointDescription endpoint(String id, String colour) {
        return new EndpointDescription(EndpointProperties.ofList(new ServiceEntry(
                id,
                List.of("x.Api"),
                new MemberId("b"),
                Map.of("colour", colour, "service.imported.configs", List.of("asterism")))));
    }

    private static List<Filter> scope(String... filters) throws InvalidSyntaxException {
        List<Filter> scope = new ArrayList<>();
        for (String filter : filters) {
            scope.add(FrameworkUtil.createFilter(filter));
        }
        return scope;
    }

    private List<String> sync(List<Filter> scope, EndpointDescription... endpoints) {
        Map<String, EndpointDescription> byId =
                Arrays.stream(endpoints).collect(Collectors.toMap(EndpointDescription::getId, Function.identity()));
        return events.sync(scope, byId).stream()
                .map(due -> NAMES.get(due.event().getType()) + " "
                        + due.event().getEndpoint().getId() + " " + due.filter())
                .toList();
    }

    @Test
    void anEndpointIsAddedModifiedAndRemoved() throws InvalidSyntaxException {
        List<Filter> api = scope("(objectClass=x.Api)");
        EndpointDescription red = endpoint("1", "red");
        assertThat(sync(api, red)).containsExactly("added 1 (objectClass=x.Api)");
        assertThat(sync(api, red)).isEmpty();
        assertThat(sync(api, endpoint("1", "blue"))).containsExactly("modified 1 (objectClass=x.Api)");
        assertThat(sync(api)).containsExactly("removed 1 (objectClass=x.Api)");
    }

    @Test
    void anEndpointThatNoLongerMatchesIsToldSo() throws InvalidSyntaxException {
        List<Filter> red = scope("(colour=red)");
        assertThat(sync(red, endpoint("1", "red"))).containsExactly("added 1 (colour=red)");
        assertThat(sync(red, endpoint("1", "blue"))).containsExactly("endmatch 1 (colour=red)");
        assertThat(sync(red, endpoint("1", "red"))).containsExactly("added 1 (colour=red)");
    }

    @Test
    void aWiderScopeReplaysAndANarrowerOneRemoves() throws InvalidSyntaxException {
        EndpointDescription red = endpoint("1", "red");
        assertThat(sync(scope("(colour=blue)"), red)).isEmpty();
        assertThat(sync(scope("(colour=blue)", "(COLOUR=red)"), red)).containsExactly("added 1 (COLOUR=red)");
        assertThat(sync(scope("(colour=blue)"), red)).containsExactly("removed 1 (COLOUR=red)");
    }

    @Test
    void everyMatchingFilterIsTold() throws InvalidSyntaxException {
        assertThat(sync(scope("(colour=red)", "(objectClass=x.Api)"), endpoint("1", "red")))
                .containsExactlyElementsOf(Stream.of("(colour=red)", "(objectClass=x.Api)")
                        .map(filter -> "added 1 " + filter)
                        .toList());
    }

    @Test
    void aFilterIsAskedOnlyOfWhatIsNew() throws InvalidSyntaxException {
        AtomicInteger asked = new AtomicInteger();
        List<Filter> api = List.of(counting(FrameworkUtil.createFilter("(objectClass=x.Api)"), asked));
        EndpointDescription one = endpoint("1", "red");
        assertThat(sync(api, one)).hasSize(1);
        assertThat(sync(api, one)).isEmpty();
        assertThat(asked).hasValue(1);

        assertThat(sync(api, one, endpoint("2", "red"))).containsExactly("added 2 (objectClass=x.Api)");
        assertThat(asked).hasValue(2);

        assertThat(sync(api, endpoint("1", "blue"), endpoint("2", "red"))).hasSize(2);
        assertThat(asked).hasValue(4);
    }

    private static Filter counting(Filter filter, AtomicInteger asked) {
        return (Filter) Proxy.newProxyInstance(
                Filter.class.getClassLoader(), new Class<?>[] {Filter.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("match")) {
                        asked.incrementAndGet();
                    }
                    return method.invoke(filter, arguments);
                });
    }
}
