package org.asterism.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.documents.JsonText;
import org.asterism.lock.LockKey;
import org.junit.jupiter.api.Test;

/** What {@code --json} writes. */
class DocumentsTest {

    @Test
    void members() {
        assertThat(JsonText.indented(ExampleReports.MEMBERS.document())).startsWith("""
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
        assertThat(JsonText.indented(ExampleReports.SERVICES.document())).startsWith("""
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
        assertThat(JsonText.indented(ExampleReports.NODES.document())).isEqualTo("""
                [ {
                  "id" : "a/1",
                  "instance" : "a",
                  "state" : "UP",
                  "reason" : "",
                  "since" : "2026-11-30T12:00:00.500Z",
                  "debug" : "127.0.0.1:20005",
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
        assertThat(JsonText.indented(ExampleReports.HUB.document())).isEqualTo("""
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
        assertThat(JsonText.line(ExampleReports.VIEW.document()))
                .startsWith(
                        "{\"type\":\"view\",\"epoch\":7,\"revision\":42,\"warming\":false,\"connected\":true,\"members\":[{")
                .endsWith("}]}\n")
                .hasLineCount(1);
        assertThat(JsonText.line(ExampleReports.LOST.document()))
                .isEqualTo("{\"type\":\"member-lost\",\"at\":\"2026-01-01T12:00:00.123Z\",\"epoch\":7,\"revision\":42,"
                        + "\"warming\":false,\"connected\":true,\"cause\":\"connection closed\",\"member\":{\"id\":\"a/1\","
                        + "\"kind\":\"server-node\",\"instance\":\"a\",\"incarnation\":\"i-1022\",\"state\":\"JOINING\","
                        + "\"host\":\"host-1\",\"pid\":1022,\"version\":\"1.0.0\",\"labels\":{},"
                        + "\"since\":\"2026-01-01T00:00:00Z\"}}\n");
    }

    @Test
    void locks() {
        assertThat(JsonText.indented(ExampleReports.LOCKS.document()))
                .startsWith("{\n  \"status\" : {\n    \"grace\" : false,")
                .contains("\n    \"key\" : \"shop:product[sku-1]\",\n", "\n      \"fencingToken\" : \"30064771073\",\n")
                .endsWith("\n  \"more\" : false\n}\n");
    }

    @Test
    void oneLock() {
        assertThat(JsonText.line(
                        new LockView(LockKey.of("shop", "product", "*"), Examples.page(List.of(), true)).document()))
                .startsWith("{\"key\":\"shop:product[*]\",\"status\":{\"grace\":false,")
                .endsWith("},\"locks\":[],\"more\":true}\n");
    }

    @Test
    void aRelease() {
        assertThat(JsonText.line(
                        new LockRelease(LockKey.of("shop", "product"), "karaf at a", "it hangs", 2).document()))
                .isEqualTo(
                        "{\"key\":\"shop:product[]\",\"by\":\"karaf at a\",\"reason\":\"it hangs\",\"sessions\":2}\n");
    }

    @Test
    void numbersAndDeadlocksOfTheLockServer() {
        assertThat(JsonText.line(new LockStatisticsReport(Examples.STATISTICS).document()))
                .startsWith("{\"status\":{")
                .endsWith("\"overflows\":[\"max.locks\"]}\n");
        assertThat(JsonText.line(new DeadlockListing(List.of(Examples.DEADLOCK)).document()))
                .startsWith("[{\"victim\":1,\"cycle\":[{\"member\":\"a/1\"");
    }
}
