package org.collporterre.reports.bound;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/** A finding that a baseline accepts, see {@code org.collporterre.reports.Baseline}. */
@JsonbPropertyOrder({"code", "type", "id", "field", "file", "reason", "fingerprint"})
public record BaselineLine(
    String code,
    @Nullable String type,
    @Nullable String id,
    @Nullable String field,
    @Nullable String file,
    @Nullable String reason,
    String fingerprint) {}
