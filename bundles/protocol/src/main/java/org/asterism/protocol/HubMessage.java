package org.asterism.protocol;

/** What the hub tells members: answers to one, and events to all. */
public sealed interface HubMessage permits HubMessage.Answer, HubEvent {

    /** Told to one member. */
    sealed interface Answer extends HubMessage {}

    /** The member is in the list. */
    record Registered(Snapshot view) implements Answer {}

    /** The member may not register. */
    record Refused(String reason) implements Answer {}

    /** The answer to {@link ControlMessage.SnapshotRequest}. */
    record CurrentView(Snapshot view) implements Answer {}

    /** The service is not in the list. */
    record ServiceRefused(String id, String reason) implements Answer {}
}
