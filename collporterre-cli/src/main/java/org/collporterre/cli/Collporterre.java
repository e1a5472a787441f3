package org.collporterre.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it only knows help and version. */
@Command(name = "collporterre", versionProvider = Collporterre.Version.class)
final class Collporterre implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  boolean version;

  // Looked up before anything is parsed; declared so that it may stand before --help.
  @Option(names = "--lang", converter = Choice.OfLanguage.class, paramLabel = "fr|en")
  String lang = "";

  @Spec CommandSpec spec = CommandSpec.create();

  /**
   * Returns the command with the subcommand that the first argument names, or with all of them:
   * each costs some start-up time.
   */
  static CommandLine commandLine(Session session, List<String> arguments) {
    Map<String, Supplier<Object>> subcommands = new LinkedHashMap<>();
    subcommands.put("check", () -> new CheckCommand(session));
    subcommands.put("fix", () -> new FixCommand(session));
    subcommands.put("convert", () -> new ConvertCommand(session));
    subcommands.put("map", () -> new MapCommand(session));
    subcommands.put("draft", () -> new DraftCommand(session));
    subcommands.put("diff", () -> new DiffCommand(session));
    subcommands.put("merge", () -> new MergeCommand(session));
    subcommands.put("publish", () -> new PublishCommand(session));
    subcommands.put("pull", () -> new PullCommand(session));
    subcommands.put("lineage", () -> new LineageCommand(session));
    subcommands.put("stats", () -> new StatsCommand(session));
    subcommands.put("rules", () -> new RulesCommand(session));
    subcommands.put("rule", () -> new RuleCommand(session));
    subcommands.put("schema", () -> new SchemaCommand(session));
    subcommands.put("template", () -> new TemplateCommand(session));
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    CommandLine command = new CommandLine(new Collporterre());
    if (subcommands.containsKey(first)) {
      subcommands.keySet().retainAll(List.of(first));
    } else {
      subcommands.put("generate-completion", GenerateCompletion::new);
    }
    subcommands.forEach((name, make) -> command.addSubcommand(name, make.get()));
    return command;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "");
  }

  /** Reads the version that the build wrote down. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      return new String[] {
        "collporterre " + number(), "Java " + Runtime.version() + ", picocli " + CommandLine.VERSION
      };
    }

    static String number() throws IOException {
      Properties properties = new Properties();
      try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
        properties.load(Objects.requireNonNull(in));
      }
      return properties.getProperty("version");
    }
  }
}
