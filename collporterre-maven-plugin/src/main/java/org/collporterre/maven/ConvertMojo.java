package org.collporterre.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Converts a dataset; records that do not pass are left out, and reported. */
@Mojo(name = "convert", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class ConvertMojo extends AbstractMojo {
  /** The file, folder or zip to read. */
  @Parameter(property = "collporterre.input", required = true)
  private @Nullable File input;

  /** The file or folder to write; its name tells the format. */
  @Parameter(property = "collporterre.output", required = true)
  private @Nullable File output;

  /** The profile: <code>echange</code>, tolerant, or <code>publication</code>, strict. */
  @Parameter(property = "collporterre.profile")
  private @Nullable String profile;

  /** The language of the messages, <code>fr</code> or <code>en</code>. */
  @Parameter(property = "collporterre.lang", defaultValue = "fr")
  private String lang = "fr";

  /** More arguments of the command <code>collporterre convert</code>. */
  @Parameter private List<String> arguments = new ArrayList<>();

  /** Does nothing. */
  @Parameter(property = "collporterre.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    File from = input;
    File to = output;
    if (skip || from == null || to == null) {
      getLog().info("collporterre: skipped");
      return;
    }
    Arguments command = new Arguments("convert", lang);
    command.option("--profile", profile);
    command.output(to);
    command.more(arguments);
    command.paths(List.of(from));
    command.run(getLog());
  }
}
