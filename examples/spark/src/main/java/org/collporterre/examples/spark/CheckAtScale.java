package org.collporterre.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.collporterre.model.Entry;
import org.collporterre.report.Profile;
import org.collporterre.schema.Schema;

/**
 * Checks all datasets below a folder as one, and publishes the records that pass: GeoJSON and
 * JSON-LD a line per record, Parquet a table per record type, and the table of findings.
 */
public final class CheckAtScale {
  private static final StructType SOURCE =
      new StructType().add("number", DataTypes.IntegerType).add("path", DataTypes.StringType);

  private final SparkSession spark;
  private final CheckSettings settings;

  /** Prepares to check with a session. */
  public CheckAtScale(SparkSession spark, CheckSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * Runs the program.
   *
   * @param args the folder of the datasets, the folder to write into, and the profile, {@code
   *     echange} unless said
   * @throws IOException when a folder cannot be read
   */
  public static void main(String[] args) throws IOException {
    Profile profile =
        args.length > 2 && args[2].equals("publication") ? Profile.PUBLICATION : Profile.ECHANGE;
    CheckSettings settings = new CheckSettings(profile, LocalDate.now(ZoneOffset.UTC), true);
    try (SparkSession spark = SparkSession.builder().appName("collporterre").getOrCreate()) {
      new CheckAtScale(spark, settings).run(Source.in(Path.of(args[0])), Path.of(args[1]));
    }
  }

  /** Checks and publishes; what was in the folder before is replaced. */
  public void run(List<Source> sources, Path folder) {
    String bound = folder.resolve("bound").toString();
    bind(sources).write().mode(SaveMode.Overwrite).parquet(bound);
    Dataset<Row> rows = spark.read().parquet(bound);
    Dataset<Row> across = new AcrossRecords(settings, rows).findings().cache();
    findings(rows, across, folder);
    publish(published(rows, across), folder);
    across.unpersist();
  }

  /** Reads and checks each source in a task of its own, the largest first. */
  private Dataset<Row> bind(List<Source> sources) {
    List<Row> rows =
        sources.stream()
            .sorted(Comparator.comparingLong(Source::size).reversed())
            .map(source -> RowFactory.create(source.number(), source.path()))
            .toList();
    int tasks = Math.max(1, rows.size());
    return spark
        .createDataFrame(
            JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, tasks),
            SOURCE)
        .mapPartitions(
            new BindAndCheck(settings, sources.size() == 1), Encoders.row(RecordRow.SCHEMA));
  }

  private void findings(Dataset<Row> rows, Dataset<Row> across, Path folder) {
    Dataset<Row> all =
        rows.select(col("source"), col("position"), explode(col("findings")).as("finding"))
            .union(across.select("source", "position", "finding"))
            .orderBy("source", "position")
            .select("finding.*");
    String parquet = folder.resolve("findings").toString();
    all.write().mode(SaveMode.Overwrite).parquet(parquet);
    spark
        .read()
        .parquet(parquet)
        .withColumn("fix", to_json(col("fix")))
        .write()
        .mode(SaveMode.Overwrite)
        .option("header", true)
        .csv(folder.resolve("findings-csv").toString());
  }

  /** Records that pass, of sources that could be read to their end. */
  private static Dataset<Row> published(Dataset<Row> rows, Dataset<Row> across) {
    Dataset<Row> held = across.filter(col("holds")).select("source", "position").distinct();
    Dataset<Row> stopped = rows.filter(col("stopped")).select("source").distinct();
    return rows.filter(col("jsonld").isNotNull())
        .join(stopped, AcrossRecords.names("source"), "left_anti")
        .join(held, AcrossRecords.names("source", "position"), "left_anti");
  }

  private static void publish(Dataset<Row> rows, Path folder) {
    Dataset<Row> ordered = rows.sortWithinPartitions("source", "position");
    write(ordered, "geojson", folder);
    write(ordered, "jsonld", folder);
    for (Class<? extends Entry> type : Entry.TYPES) {
      String name = Schema.of(type).name();
      rows.filter(col(name).isNotNull())
          .select(name + ".*")
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(folder.resolve("parquet").resolve(name).toString());
    }
  }

  private static void write(Dataset<Row> rows, String format, Path folder) {
    rows.filter(col(format).isNotNull())
        .select(format)
        .write()
        .mode(SaveMode.Overwrite)
        .text(folder.resolve(format).toString());
  }
}
