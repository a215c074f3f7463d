package org.asterism.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.asterism.testing.architecture.LayerRules;

@AnalyzeClasses(packages = "org.asterism.launcher", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests LAYERS = ArchTests.in(LayerRules.class);

    @ArchTest
    static final ArchRule ONLY_COMMANDS_KNOW_OF_THE_COMMAND_LINE = noClasses()
            .that()
            .resideInAnyPackage(
                    "..launcher.bench",
                    "..launcher.cluster",
                    "..launcher.doctor",
                    "..launcher.foreground",
                    "..launcher.support",
                    "..launcher.status",
                    "..launcher.ssh",
                    "..launcher.terminal")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "..launcher.command");

    @ArchTest
    static final ArchRule THE_CLUSTER_KNOWS_NOTHING_OF_WHAT_IS_SHOWN = noClasses()
            .that()
            .resideInAPackage("..launcher.cluster")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..launcher.status", "..launcher.terminal", "..launcher.ssh");
}
