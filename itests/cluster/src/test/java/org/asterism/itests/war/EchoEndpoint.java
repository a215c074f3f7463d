package org.asterism.itests.war;

import javax.websocket.OnMessage;
import javax.websocket.server.ServerEndpoint;

/** Answers what it is told. */
@ServerEndpoint("/echo")
public final class EchoEndpoint {

    @OnMessage
    public String echo(String message) {
        return "echo " + message;
    }
}
