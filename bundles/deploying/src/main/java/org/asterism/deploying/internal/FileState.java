package org.asterism.deploying.internal;

/** By what a change of a file is noticed. */
public record FileState(long size, long modifiedMillis) {}
