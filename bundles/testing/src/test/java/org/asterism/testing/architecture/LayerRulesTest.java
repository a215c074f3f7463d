package org.asterism.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerRulesTest {

    /** The fixtures where the rules do not take them for tests. */
    @TempDir
    static Path elsewhere;

    private static JavaClasses fixtures;

    @BeforeAll
    static void importFixtures() throws IOException, URISyntaxException {
        Path compiled = Path.of(LayerRulesTest.class.getResource("fixture").toURI());
        try (Stream<Path> files = Files.walk(compiled)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = elsewhere.resolve(compiled.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        fixtures = new ClassFileImporter().importPath(elsewhere);
    }

    static Stream<Field> rules() {
        return Arrays.stream(LayerRules.class.getFields());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleCatchesItsFixture(Field rule) throws IllegalAccessException {
        assertThat(rule(rule).evaluate(fixtures).hasViolation())
                .as(rule.getName())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHoldsForNothingAndForTests(Field rule) throws IllegalAccessException {
        rule(rule).check(new ClassFileImporter().importClasses());
        rule(rule).check(new ClassFileImporter().importPackages(getClass().getPackageName() + ".fixture"));
    }

    @Test
    void eachViolationIsFoundOnce() {
        assertThat(violations(LayerRules.CORE_READS_NO_CLOCK)).isEqualTo(2);
        assertThat(violations(LayerRules.CORE_STARTS_NO_THREAD)).isEqualTo(1);
        assertThat(violations(LayerRules.NO_GENERIC_EXCEPTIONS)).isEqualTo(1);
        assertThat(violations(LayerRules.NO_INJECTED_FIELDS)).isEqualTo(1);
    }

    private static int violations(ArchRule rule) {
        return rule.evaluate(fixtures).getFailureReport().getDetails().size();
    }

    private static ArchRule rule(Field field) throws IllegalAccessException {
        return (ArchRule) field.get(null);
    }
}
