package org.collporterre.hardening;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.collporterre.check.BuiltInRules;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.imports.SettingsFile;
import org.collporterre.report.Report;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as the settings of a dataset; what is settings sets rules. */
class SettingsFuzzTest {
  @MethodSource("org.collporterre.hardening.Seeds#settings")
  @FuzzTest
  void keepsThePromise(byte[] bytes) {
    Promise.keep(bytes, () -> set(bytes));
  }

  private static void set(byte[] bytes) throws IOException {
    Report report = Report.create();
    Optional<DatasetSettings> settings =
        SettingsFile.read(new ByteArrayInputStream(bytes), "x", BuiltInRules.all(), report);
    Promise.tell(report);
    // No lambda: its signature would load the record before the fuzzer, see Seeds.
    if (settings.isPresent()) {
      settings.get().ruleSettings(BuiltInRules.all());
    }
  }
}
