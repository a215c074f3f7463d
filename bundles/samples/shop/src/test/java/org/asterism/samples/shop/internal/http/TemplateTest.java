package org.asterism.samples.shop.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void fillsAndEscapes() {
        Template template = new Template("<p title=\"{{a}}\">{{b}}</p>{{a}}");
        assertThat(template.fill(Map.of("a", "\"$1\\'", "b", "<i>&amp;")))
                .isEqualTo("<p title=\"&quot;$1\\&#39;\">&lt;i&gt;&amp;amp;</p>&quot;$1\\&#39;");
    }

    @Test
    void aPlaceWithoutAValueIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template("{{a}}").fill(Map.of()))
                .withMessageContaining("{{a}}");
    }
}
