package org.asterism.shell.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.MemberId;

/** Every kind of report about the small cluster. */
public final class ExampleReports {

    public static final Report MEMBERS = new MemberListing(Examples.VIEW);
    public static final Report SERVICES = new ServiceListing(Examples.VIEW);
    public static final Report NODES = new NodeListing(List.of(Examples.UP));
    public static final Report HUB = new HubReport(new MemberId("a"), Examples.VIEW, Optional.of(Examples.ANSWER), "");
    public static final Report VIEW = new ViewReport(Examples.VIEW);
    public static final Report LOST = new Change(
            Instant.parse("2026-01-01T12:00:00.123Z"),
            new ClusterEvent.MemberLost(Examples.VIEW.members().get(1), "connection closed"),
            Examples.VIEW,
            Examples.VIEW);
    public static final Report LOCKS = new LockListing(Examples.page(List.of(Examples.LOCK), false));

    private ExampleReports() {}
}
