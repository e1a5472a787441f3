package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.collporterre.constraint.CurrencyCode;
import org.collporterre.constraint.TextSize;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.Term;
import org.jspecify.annotations.Nullable;

/**
 * What a methodology costs.
 *
 * @param amount the amount, not negative
 * @param currency the ISO 4217 code
 * @param note what the amount covers
 */
@EntryType("MonetaryAmount")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Cost(
    @Column(
            value = "cout_montant",
            en = "cost_amount",
            aliases = {"cost"})
        @Term("value")
        @DecimalMin(value = "0", message = "{org.collporterre.number-out-of-range}")
        @Nullable BigDecimal amount,
    @Column(value = "cout_devise", en = "cost_currency") @Term("currency") @CurrencyCode
        @Nullable String currency,
    @Column(value = "cout_note", en = "cost_note") @Term("description") @TextSize(max = 300)
        @Nullable String note) {
  private static final int LARGEST_SCALE = 400;

  public Cost {
    // 1E+3 and 1000 are written alike, so they must be equal; an exponent bomb stays as it is.
    if (amount != null && amount.scale() < 0 && amount.scale() >= -LARGEST_SCALE) {
      amount = amount.setScale(0);
    }
  }
}
