package org.asterism.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentedExampleTest {

    @Test
    void theDocumentationShowsWhatIsCompiled() throws Exception {
        String source = Files.readString(Path.of("src/test/java/org/asterism/connect/DocumentedExample.java"));
        int begin = source.indexOf("// example\n") + "// example\n".length();
        String example = source.substring(begin, source.indexOf("    // end"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(Path.of("../../docs/applications.md"))).contains("```java\n" + example + "\n```\n");
    }
}
