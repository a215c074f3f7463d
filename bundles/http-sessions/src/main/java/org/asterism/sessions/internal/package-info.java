/**
 * HTTP sessions that outlive their server node, in plain Java: {@link org.asterism.sessions.internal.SessionStore} is where
 * they are, {@link org.asterism.sessions.internal.AttributeCodec} turns attributes into bytes and back. Whoever writes says which
 * version it has read; of two that have read the same one only one gets through.
 */
package org.asterism.sessions.internal;
