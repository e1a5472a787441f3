package org.collporterre.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.collporterre.files.WorkFolder;

/**
 * Does once what people do most, so that the launcher can archive the classes that are needed for
 * it and later calls start sooner. Nobody calls it by hand.
 */
final class WarmUp {
  private static final String SAMPLE =
      """
      id,titre,resume,commune,code_postal,code_insee,latitude,longitude,date_debut,date_maj,courriel,url,licence,champs_action,territoires,replique_de
      jardin,Jardin,Un jardin,Brest,29200,29019,48.4,-4.5,2011-03,2020-01-01,a@exemple.org,https://exemple.org/,CC-BY-SA-4.0,x,dep:29|epci:242900314,
      jardin-2,Le jardin d’à côté,Un autre,Brest,29200,,48.4,-4.5,2012,2020-01-02,a@,https://exemple.org/,CC-BY-SA-4.0,,com:29019|reg:53,jardin
      verger,Verger,Des pommes,Rennes,35000,35238,48.1,-1.7,2012~,,,,,,reg:53|iso:FR|libre:Ailleurs,personne
      four,,Un four,Brest,29299,29999,48.4,400,2011-13,x,a,b,c,innovation-sociale,d,
      """;

  private WarmUp() {}

  /** Reads and writes a few lines in a folder that it makes and removes. */
  public static void main(String[] arguments) throws IOException {
    SilentLogging.install();
    try (WorkFolder folder = WorkFolder.temporary()) {
      run(folder.path());
    }
  }

  private static void run(Path folder) throws IOException {
    Path csv = Files.writeString(folder.resolve("initiatives.csv"), SAMPLE);
    String file = csv.toString();
    String out = folder.resolve("out").toString();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Shell shell = new Shell(nowhere, nowhere, StandardCharsets.UTF_8, Map.of(), true, true);
    for (List<String> call :
        List.of(
            List.of("check", file),
            List.of("check", file, "--format=json", "-o", out + ".json"),
            List.of("convert", file, "-o", out + ".geojson"),
            List.of("convert", file, "-o", out + ".jsonld"),
            List.of("convert", file, "-o", out + ".csv"),
            List.of("convert", file, "-o", out + ".zip"),
            List.of("convert", file, "-o", out + ".xlsx"),
            List.of("check", out + ".geojson"),
            List.of("check", out + ".jsonld"),
            List.of("check", out + ".zip"),
            List.of("check", out + ".xlsx"),
            List.of("diff", file, file),
            List.of("map", file),
            List.of("rules"),
            List.of("rule", "id-duplicate"),
            List.of("--version"),
            List.of("check", "--help"))) {
      Main.run(call.toArray(String[]::new), shell);
    }
  }
}
