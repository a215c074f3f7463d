package org.asterism.testing.architecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** The API cannot depend on this bundle, not even for its tests; its layers are checked here. */
@AnalyzeClasses(
        packages = {
            "org.asterism.cluster",
            "org.asterism.lock",
            "org.asterism.messaging",
            "org.asterism.persistence",
            "org.asterism.remote",
            "org.asterism.servernode"
        })
class ApiLayersTest {

    @ArchTest
    static final ArchTests layers = ArchTests.in(LayerRules.class);
}
