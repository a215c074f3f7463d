package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTableTest {

    @Test
    void alignsWhatWasMeasuredAndSaysWhatWasReached() {
        assertThat(String.join("\n", ReportTable.of(Reports.rpc())) + "\n").isEqualTo("""
                rpc on 2 processors

                                            threads  per second  ratio   p50 µs   p99 µs   max µs
                netty echo, one connection       32     101,500   1.00    300.0    700.0  9,000.0
                service in the hub               32      50,750   0.50    610.5  1,200.0  9,000.0
                a join, heard by all            200                     9,000.0  9,000.0  9,000.0

                service in the hub: of the baseline  0.50    ≥ 0.70  missed
                a join, heard by all: p99 in ms      9.00  ≤ 100.00     met
                """);
    }
}
