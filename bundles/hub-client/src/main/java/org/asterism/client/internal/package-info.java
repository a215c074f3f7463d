/**
 * The member's link to the hub. The main class is {@code ArtemisLink} in {@code internal.artemis}: it connects for ever and
 * carries what {@link org.asterism.protocol.member.LocalMember} has to say. Each connection is a new one: queues,
 * registration, services and subscriptions are made anew. {@link org.asterism.client.internal.WireQueue} keeps the order.
 */
package org.asterism.client.internal;
