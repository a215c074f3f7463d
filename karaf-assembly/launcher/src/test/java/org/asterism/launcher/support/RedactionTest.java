package org.asterism.launcher.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("0123456789abcdef", "short", ""));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        password = hunter2                            | password = [removed]
        .password=hunter2                             | .password=[removed]
        tls.keystore.password: hunter2                | tls.keystore.password: [removed]
        shop.apiKey = hunter2                         | shop.apiKey = [removed]
        -Djavax.net.ssl.keyStorePassword=hunter2      | -Djavax.net.ssl.keyStorePassword=[removed]
        my.Token hunter2                              | my.Token [removed]
        password = FILE(/a/b.password)                | password = FILE(/a/b.password)
        secret.file = /a/cluster.secret               | secret.file = /a/cluster.secret
        tls.keystore.password.file = /a/tls.password  | tls.keystore.password.file = /a/tls.password
        host = 127.0.0.1                              | host = 127.0.0.1
        # password = a comment                        | # password = a comment
        url = jdbc:postgresql://h/db?user=me&password=hunter2&ssl=true | url = jdbc:postgresql://h/db?user=me&password=[removed]&ssl=true
        url = jdbc:h2:tcp://h/db;PASSWORD=hunter2;X=1 | url = jdbc:h2:tcp://h/db;PASSWORD=[removed];X=1
        proxy = http://me:hunter2@proxy:3128          | proxy = http://me:[removed]@proxy:3128
        any = x0123456789abcdefx                      | any = x[removed]x
        """)
    void takesSecretsOutOfConfiguration(String line, String expected) {
        assertThat(redaction.configuration(line)).isEqualTo(expected + "\n");
    }

    @Test
    void takesTheLinesThatContinueASecret() {
        assertThat(redaction.configuration("password = hun\\\n  ter2\\\n  more\nhost = h\n"))
                .isEqualTo("password = [removed]\nhost = h\n");
    }

    @Test
    void takesKnownSecretsOutOfLogsAndLeavesWordsAlone() {
        assertThat(redaction.text("login with 0123456789abcdef failed; a short word"))
                .isEqualTo("login with [removed] failed; a short word");
    }
}
