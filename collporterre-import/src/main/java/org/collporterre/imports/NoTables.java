package org.collporterre.imports;

import java.io.InputStream;
import java.util.Set;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/** What stands for the tables of a file that was refused. */
final class NoTables implements PackageTables {
  private final String name;

  NoTables(String name) {
    this.name = name;
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String file(String table) {
    throw new IllegalArgumentException("no table " + table);
  }

  @Override
  public OpenTable open(String table, TableShape shape, ImportSettings settings, FindingSink sink) {
    throw new IllegalArgumentException("no table " + table);
  }

  @Override
  public boolean expectsManifest() {
    return false;
  }

  @Override
  public @Nullable InputStream manifest() {
    return null;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
