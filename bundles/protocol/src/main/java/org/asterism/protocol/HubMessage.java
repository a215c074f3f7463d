package org.asterism.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the hub tells members: answers to one, and events to all. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HubMessage.Registered.class, name = "registered"),
    @JsonSubTypes.Type(value = HubMessage.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = HubMessage.CurrentView.class, name = "view"),
    @JsonSubTypes.Type(value = HubMessage.ServiceRefused.class, name = "service-refused"),
    @JsonSubTypes.Type(value = HubEvent.EpochRaised.class, name = "epoch"),
    @JsonSubTypes.Type(value = HubEvent.ViewSettled.class, name = "settled"),
    @JsonSubTypes.Type(value = HubEvent.MemberJoined.class, name = "joined"),
    @JsonSubTypes.Type(value = HubEvent.MemberChanged.class, name = "changed"),
    @JsonSubTypes.Type(value = HubEvent.MemberLeft.class, name = "left"),
    @JsonSubTypes.Type(value = HubEvent.MemberLost.class, name = "lost"),
    @JsonSubTypes.Type(value = HubEvent.ServiceAdded.class, name = "service-added"),
    @JsonSubTypes.Type(value = HubEvent.ServiceChanged.class, name = "service-changed"),
    @JsonSubTypes.Type(value = HubEvent.ServiceRemoved.class, name = "service-removed")
})
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
