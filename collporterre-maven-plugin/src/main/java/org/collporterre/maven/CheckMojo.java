package org.collporterre.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks a dataset. The build fails on errors in it, or from what <code>failOn</code> says on.
 * Settings in a file <code>collporterre.json</code> beside the data count; what is given here comes
 * first.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
  /** The files or folders to check, as one dataset. */
  @Parameter(property = "collporterre.paths", required = true)
  private List<File> paths = new ArrayList<>();

  /** The profile: <code>echange</code>, tolerant, or <code>publication</code>, strict. */
  @Parameter(property = "collporterre.profile")
  private @Nullable String profile;

  /** From which findings on the build fails: error, warning, info or never. */
  @Parameter(property = "collporterre.failOn")
  private @Nullable String failOn;

  /** The file of accepted findings. */
  @Parameter(property = "collporterre.baseline")
  private @Nullable File baseline;

  /** The file of settings, in place of the one beside the data. */
  @Parameter(property = "collporterre.config")
  private @Nullable File config;

  /** How many findings are shown at most. */
  @Parameter(property = "collporterre.maxFindings")
  private @Nullable Integer maxFindings;

  /**
   * Reports to write: the form (<code>html</code>, <code>sarif</code>, <code>junit</code>, <code>
   * markdown</code>, <code>json</code>…) as the element, the file as its text.
   */
  @Parameter private Map<String, File> reports = new TreeMap<>();

  /** The language of the messages, <code>fr</code> or <code>en</code>. */
  @Parameter(property = "collporterre.lang", defaultValue = "fr")
  private String lang = "fr";

  /** More arguments of the command <code>collporterre check</code>. */
  @Parameter private List<String> arguments = new ArrayList<>();

  /** Does nothing. */
  @Parameter(property = "collporterre.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("collporterre: skipped");
      return;
    }
    Arguments command = new Arguments("check", lang);
    command.option("--profile", profile);
    command.option("--fail-on", failOn);
    command.option("--baseline", baseline);
    command.option("--config", config);
    command.option("--max-findings", maxFindings);
    for (Map.Entry<String, File> report : reports.entrySet()) {
      command.report(report.getKey(), report.getValue());
    }
    command.more(arguments);
    command.paths(paths);
    command.run(getLog());
  }
}
