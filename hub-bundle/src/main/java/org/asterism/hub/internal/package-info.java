/**
 * The message server. The main class is {@link org.asterism.hub.internal.MembershipTable}: the two lists as a single-writer
 * state machine that never reads a clock. {@code internal.artemis} carries its effects out on an embedded broker;
 * {@code ArtemisHub} puts both together.
 */
package org.asterism.hub.internal;
