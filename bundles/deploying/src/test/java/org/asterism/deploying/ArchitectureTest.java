package org.asterism.deploying;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.asterism.testing.architecture.LayerRules;

@AnalyzeClasses(packages = "org.asterism.deploying")
class ArchitectureTest {

    @ArchTest
    static final ArchTests LAYERS = ArchTests.in(LayerRules.class);
}
