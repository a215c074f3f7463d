package org.asterism.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HubAnswerTest {

    @Test
    void tellsWhyAHubDoesNotWorkAndWhatOneMissesThatWorks() throws Exception {
        assertThat(problem("{\"role\":\"refused\",\"reason\":\"no key\"}")).contains("hub refuses to work: no key");
        assertThat(problem("{\"members\":[],\"hub\":{\"problem\":\"the disk is full\"}}"))
                .contains("hub: the disk is full");
        assertThat(problem("{\"members\":[],\"hub\":{\"problem\":null}}")).isEmpty();
        assertThat(problem("{\"role\":\"standby\"}")).isEmpty();
    }

    private static Optional<String> problem(String answer) throws Exception {
        return new HubAnswer("hub", "", "", OptionalLong.of(1), Optional.of(new ObjectMapper().readTree(answer)))
                .problem();
    }
}
