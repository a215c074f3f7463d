/**
 * The sessions of Jetty's contexts. {@link org.asterism.sessions.internal.jetty.JettySessions} brings the store to every context of
 * every server; {@link org.asterism.sessions.internal.jetty.StoreBeforeAnswer} writes before the client sees an answer;
 * {@link org.asterism.sessions.internal.jetty.SharedSessionCache} keeps a session only while requests are in it.
 */
package org.asterism.sessions.internal.jetty;
