package org.collporterre.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says, and a compiler cannot see. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.collporterre");

  @Test
  void importAndExportDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("org.collporterre.imports..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.collporterre.export..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("org.collporterre.export..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.collporterre.imports..")
        .check(CLASSES);
  }

  @Test
  void nothingButConnectorsReachesTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.collporterre.cms.connect")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(Socket|ServerSocket|URL|URLConnection|http\\..*)")
        .check(CLASSES);
  }

  @Test
  void thereIsNoMutableStaticState() {
    noFields().that().areStatic().should().notHaveModifier(JavaModifier.FINAL).check(CLASSES);
  }

  @Test
  void namesSayWhatThingsAre() {
    classes()
        .should()
        .haveSimpleNameNotEndingWith("Impl")
        .andShould()
        .haveSimpleNameNotEndingWith("Util")
        .andShould()
        .haveSimpleNameNotEndingWith("Utils")
        .andShould()
        .haveSimpleNameNotEndingWith("Helper")
        .andShould()
        .haveSimpleNameNotEndingWith("Manager")
        .check(CLASSES);
  }
}
