package org.collporterre.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.reports.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the manual pages, in the language of man(7), from what the help pages say. The build of
 * the distribution calls it.
 */
final class ManPage {
  private final Phrases phrases;
  private final StringBuilder page = new StringBuilder();

  private ManPage(Phrases phrases) {
    this.phrases = phrases;
  }

  /** Writes {@code man1/collporterre.1} (English) and {@code fr/man1/…} into a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    write(folder.resolve("man1"), Locale.ENGLISH);
    write(folder.resolve("fr/man1"), Locale.FRENCH);
  }

  private static void write(Path folder, Locale locale) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("collporterre.1"), in(locale));
  }

  /** Returns the page in French or English. */
  static String in(Locale locale) throws IOException {
    Phrases phrases = Session.phrases(locale);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Shell shell = new Shell(nowhere, nowhere, StandardCharsets.UTF_8, Map.of(), false, false);
    CommandLine command = Collporterre.commandLine(new Session(shell, phrases), List.of());
    command.setResourceBundle(phrases.bundle());
    ManPage manual = new ManPage(phrases);
    manual.write(command);
    return manual.page.toString();
  }

  private void write(CommandLine command) throws IOException {
    String about = phrases.text("collporterre.usage.description");
    line(".TH COLLPORTERRE 1 \"\" \"collporterre " + escaped(Collporterre.Version.number()) + "\"");
    section("name");
    line("collporterre \\- " + escaped(phrases.text("man.about")));
    section("synopsis");
    line(".B collporterre");
    line(".I " + escaped(phrases.text("man.command")));
    line("[\\fI" + escaped(phrases.text("man.arguments")) + "\\fR]...");
    section("description");
    line(escaped(about));
    footer(phrases.text("collporterre.usage.footer"));
    options(command.getCommandSpec());
    section("commands");
    command.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .forEach(this::command);
    section("environment");
    entry("\\fBJAVA_HOME\\fR", phrases.text("man.java"));
    entry("\\fBCOLLPORTERRE_JAVA_OPTS\\fR", phrases.text("man.options"));
    section("files");
    entry("\\fI~/.cache/collporterre\\fR", phrases.text("man.cache"));
  }

  private void footer(String text) {
    for (String paragraph : text.split("%n", -1)) {
      line(".PP");
      line(escaped(paragraph));
    }
  }

  private void command(CommandSpec spec) {
    line(".SS \"" + escaped(spec.name()) + "\"");
    line(escaped(String.join(" ", spec.usageMessage().description())));
    line(".PP");
    line(".nf");
    CommandLine.Help help =
        new CommandLine.Help(spec, CommandLine.Help.defaultColorScheme(Ansi.OFF));
    help.synopsis(0).lines().map(ManPage::escaped).forEach(this::line);
    line(".fi");
    options(spec);
  }

  private void options(CommandSpec spec) {
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      entry("\\fI" + escaped(parameter.paramLabel()) + "\\fR", text(parameter.description()));
    }
    for (OptionSpec option : spec.options()) {
      String names =
          String.join("\\fR, \\fB", escaped(String.join(" ", option.names())).split(" "));
      String value = option.arity().max() == 0 ? "" : "=\\fI" + escaped(option.paramLabel());
      entry("\\fB" + names + "\\fR" + value + "\\fR", text(option.description()));
    }
  }

  /** The descriptions of picocli are formats. */
  private static String text(String[] description) {
    return String.join(" ", description).replace("%n", " ").replace("%%", "%");
  }

  private void section(String key) {
    line(".SH " + escaped(phrases.text("man." + key)));
  }

  private void entry(String term, String text) {
    line(".TP");
    line(term);
    line(escaped(text));
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  /** A point or an apostrophe at the start of a line would be a request. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
