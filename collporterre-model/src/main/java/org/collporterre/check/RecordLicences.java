package org.collporterre.check;

import org.collporterre.dataset.DatasetDescriptor;
import org.jspecify.annotations.Nullable;

/** The licences of the methodologies of a run: their own, else that of the dataset. */
final class RecordLicences {
  private final RecordFacts facts;
  private final @Nullable String ofDataset;

  RecordLicences(CheckContext context) {
    DatasetDescriptor dataset = context.dataset();
    this.facts = context.references().facts();
    // Of several licences nothing says which one is that of a record.
    this.ofDataset =
        dataset == null || dataset.licenses().size() != 1 ? null : dataset.licenses().get(0).name();
  }

  /** Returns the licence of a record, or null when nothing says it. */
  @Nullable String of(int number) {
    String own = facts.licence(number);
    return own == null ? ofDataset : own;
  }
}
