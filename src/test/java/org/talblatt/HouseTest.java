package org.talblatt;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house that a machine can see; {@code STYLE.md} says why. */
class HouseTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.talblatt");
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("org.talblatt");

  @Test
  void everyRoomUsesOnlyTheRoomsItMay() {
    ApplicationModules.of(Application.class).verify();
  }

  @Test
  void nullIsMarkedInEveryPackage() {
    assertThat(OURS.getPackage("org.talblatt").getSubpackagesInTree())
        .filteredOn(room -> !room.getClasses().isEmpty())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            room -> assertThat(room.isAnnotatedWith(NullMarked.class)).as(room.getName()).isTrue());
    assertThat(TESTS.getPackage("org.talblatt").getSubpackagesInTree())
        .extracting(JavaPackage::getName)
        .contains("org.talblatt.testing");
  }

  @Test
  void whoTalksHttpIsHiddenAndLeavesSqlAndTransactionsToTheDoors() {
    classes().that(areControllers()).should().notBePublic().check(OURS);
    noClasses()
        .that(areControllers())
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(JdbcClient.class, JdbcTemplate.class)
        .check(OURS);
    noMethods()
        .that()
        .areDeclaredInClassesThat(areControllers())
        .should()
        .beAnnotatedWith(Transactional.class)
        .check(OURS);
  }

  @Test
  void dependenciesComeThroughTheConstructor() {
    fields().should().notBeAnnotatedWith(Autowired.class).check(OURS);
    fields().should().notBeAnnotatedWith(Value.class).check(OURS);
  }

  @Test
  void timeIsAnArgument() {
    for (Class<?> clock :
        new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class}) {
      noClasses().should().callMethod(clock, "now").check(OURS);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(OURS);
    // the mail library wants a Date
    noClasses()
        .that()
        .resideOutsideOfPackage("org.talblatt.platform.mail")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Date.class, Calendar.class)
        .check(OURS);
  }

  @Test
  void testsWaitForAConditionAndNeverSleep() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTS);
    noClasses().should().callMethod(Thread.class, "sleep", java.time.Duration.class).check(TESTS);
  }

  @Test
  void noClassIsAUtilityOrAManager() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
        .check(OURS.that(resideInAPackage("org.talblatt..")));
  }

  private static com.tngtech.archunit.base.DescribedPredicate<
          com.tngtech.archunit.core.domain.JavaClass>
      areControllers() {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "are controllers",
        type ->
            annotatedWith(Controller.class).test(type)
                || type.isMetaAnnotatedWith(Controller.class));
  }
}
