package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    @Test
    void saysWhatWasMeasuredAndLeavesOutWhatWasNot() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readTree(ReportJson.of(Reports.rpc()))).isEqualTo(json.readTree("""
                {
                  "benchmark": "rpc",
                  "machine": "2 processors",
                  "parties": "threads",
                  "rows": [
                    {"name": "netty echo, one connection", "parties": 32, "perSecond": 101500, "ratio": 1.0,
                     "p50Micros": 300.0, "p99Micros": 700.0, "maxMicros": 9000.0},
                    {"name": "service in the hub", "parties": 32, "perSecond": 50750, "ratio": 0.5,
                     "p50Micros": 610.5, "p99Micros": 1200.0, "maxMicros": 9000.0},
                    {"name": "a join, heard by all", "parties": 200,
                     "p50Micros": 9000.0, "p99Micros": 9000.0, "maxMicros": 9000.0}
                  ],
                  "targets": [
                    {"name": "service in the hub: of the baseline", "measured": 0.5, "bound": "AT_LEAST", "value": 0.7, "met": false},
                    {"name": "a join, heard by all: p99 in ms", "measured": 9.0, "bound": "AT_MOST", "value": 100.0, "met": true}
                  ]
                }
                """));
    }
}
