package org.asterism.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void takesOptionsAndFlags() throws Exception {
        Arguments arguments = new Arguments(List.of("rpc", "--threads", "8", "--json", "--url", "tcp://a:1"));

        assertThat(arguments.benchmark()).isEqualTo("rpc");
        assertThat(arguments.number("--threads", 32)).isEqualTo(8);
        assertThat(arguments.number("--seconds", 10)).isEqualTo(10);
        assertThat(arguments.has("--json")).isTrue();
        assertThat(arguments.has("--restart-hub")).isFalse();
        assertThat(arguments.get("--url")).isEqualTo("tcp://a:1");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> new Arguments(List.of()))
                .hasMessage("which benchmark: rpc, messages, members, locks or dispatch?");
        assertThatThrownBy(() -> new Arguments(List.of("rpc", "--fast"))).hasMessage("not understood: --fast");
        assertThatThrownBy(() -> new Arguments(List.of("rpc", "--threads"))).hasMessage("not understood: --threads");
        assertThatThrownBy(() -> new Arguments(List.of("rpc")).get("--url")).hasMessage("--url is missing");
        assertThatThrownBy(() -> new Arguments(List.of("rpc", "--threads", "0")).number("--threads", 1))
                .hasMessage("--threads 0 is not positive");
        assertThatThrownBy(() -> new Arguments(List.of("rpc", "--threads", "x")).number("--threads", 1))
                .hasMessage("--threads x is no number");
    }
}
