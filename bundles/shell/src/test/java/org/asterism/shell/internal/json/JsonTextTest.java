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
                  "labels" : { },
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
                    "messagesRefused" : 5
                  }
                }
                """);
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
