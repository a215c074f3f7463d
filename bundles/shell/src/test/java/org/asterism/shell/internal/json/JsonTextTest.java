package org.asterism.shell.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.shell.internal.ExampleReports;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void members() {
        assertThat(JsonText.of(ExampleReports.MEMBERS)).startsWith("""
                [ {
                  "id" : "a",
                  "kind" : "instance",
                  "instance" : "a",
                  "incarnation" : "i-101",
                  "state" : "UP",
                  "host" : "host-1",
                  "pid" : 101,
                  "version" : "1.0.0",
                  "labels" : {
                    "rack" : "7",
                    "zone" : "eu"
                  },
                  "since" : "2026-01-01T00:00:00Z"
                }, {
                """);
    }

    @Test
    void services() {
        assertThat(JsonText.of(ExampleReports.SERVICES)).startsWith("""
                [ {
                  "id" : "lock-server",
                  "interfaces" : [ "org.asterism.lock.LockServer" ],
                  "member" : "hub",
                  "scope" : "cluster",
                  "properties" : {
                    "weight" : 1
                  }
                }, {
                """);
    }

    @Test
    void nodes() {
        assertThat(JsonText.of(ExampleReports.NODES)).isEqualTo("""
                [ {
                  "id" : "a/1",
                  "instance" : "a",
                  "state" : "UP",
                  "reason" : "",
                  "hosting" : "process",
                  "pid" : 1022,
                  "url" : "http://127.0.0.1:20001",
                  "restarts" : 2,
                  "weight" : 1,
                  "applications" : [ "/admin", "/shop" ]
                } ]
                """);
    }

    @Test
    void hub() {
        assertThat(JsonText.of(ExampleReports.HUB)).isEqualTo("""
                {
                  "view" : {
                    "self" : "a",
                    "connected" : true,
                    "epoch" : 7,
                    "revision" : 42,
                    "warming" : false,
                    "members" : 2,
                    "services" : 2
                  },
                  "hub" : {
                    "epoch" : 7,
                    "revision" : 42,
                    "warming" : false,
                    "uptimeMillis" : 90000,
                    "members" : 2,
                    "services" : 2,
                    "messagesCarried" : 1234,
                    "messagesRefused" : 5,
                    "bytesWaiting" : 2048,
                    "slowConsumers" : 1,
                    "slowConsumersCut" : 0
                  },
                  "connections" : [ {
                    "member" : "a",
                    "state" : "UP",
                    "address" : "127.0.0.1:40001",
                    "lastHeardMillis" : 20,
                    "framesReceived" : 100,
                    "framesSent" : 200,
                    "bytesWaiting" : 0,
                    "slow" : false
                  }, {
                    "member" : "a/1",
                    "state" : "JOINING",
                    "address" : "127.0.0.1:40002",
                    "lastHeardMillis" : 12000,
                    "framesReceived" : 7,
                    "framesSent" : 9,
                    "bytesWaiting" : 2048,
                    "slow" : true
                  } ],
                  "silence" : null
                }
                """);
    }

    @Test
    void aWatchHasOneObjectInEachLine() {
        assertThat(JsonText.line(ExampleReports.VIEW))
                .startsWith(
                        "{\"type\":\"view\",\"epoch\":7,\"revision\":42,\"warming\":false,\"connected\":true,\"members\":[{")
                .endsWith("}]}\n")
                .hasLineCount(1);
        assertThat(JsonText.line(ExampleReports.LOST))
                .isEqualTo("{\"type\":\"member-lost\",\"at\":\"2026-01-01T12:00:00.123Z\",\"epoch\":7,\"revision\":42,"
                        + "\"warming\":false,\"connected\":true,\"cause\":\"connection closed\",\"member\":{\"id\":\"a/1\","
                        + "\"kind\":\"server-node\",\"instance\":\"a\",\"incarnation\":\"i-1022\",\"state\":\"JOINING\","
                        + "\"host\":\"host-1\",\"pid\":1022,\"version\":\"1.0.0\",\"labels\":{},"
                        + "\"since\":\"2026-01-01T00:00:00Z\"}}\n");
    }

    @Test
    void locks() {
        assertThat(JsonText.of(ExampleReports.LOCKS))
                .contains("""
                "fencingToken" : 30064771073,""")
                .contains("\"waiting\" : 1")
                .contains("\"sku-1\"");
    }
}
