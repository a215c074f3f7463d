package org.asterism.console.internal;

/**
 * A person who has logged in.
 *
 * @param user by which name
 * @param role what the person may do
 */
public record Visitor(String user, Role role) {}
