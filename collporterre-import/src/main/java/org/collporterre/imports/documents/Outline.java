package org.collporterre.imports.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.model.Step;
import org.collporterre.model.StepBuilder;
import org.jspecify.annotations.Nullable;

/** Divides the text of a methodology into steps, tools, resources and the rest. */
final class Outline {
  private static final int LONGEST_TITLE = 140;
  private static final Pattern INLINE = Pattern.compile("([^:\n]{3,40}?)\\s*:\\s+(.+)");

  private final List<Step> steps = new ArrayList<>();
  private final List<String> tools = new ArrayList<>();
  private final List<String> resources = new ArrayList<>();
  private final List<Block> body = new ArrayList<>();
  private final List<String> stepText = new ArrayList<>();
  private Part part = Part.BODY;
  private int level;
  private @Nullable String stepTitle;
  private int stepLevel;
  private boolean numbered;

  private Outline() {}

  static Outline of(List<Block> blocks) {
    Outline outline = new Outline();
    for (Block block : blocks) {
      if (block.isHeading()) {
        outline.heading(block);
      } else {
        outline.text(block);
      }
    }
    outline.endStep();
    return outline;
  }

  private void heading(Block heading) {
    Part named = Part.named(heading.text());
    boolean step = Part.isStep(heading.text());
    if (step || isBelowSteps(heading)) {
      // Steps without a heading «Étapes» above them are their own part.
      level = part == Part.STEPS ? level : heading.level();
      numbered |= step;
      beginStep(Part.stepTitle(heading.text()), heading.level());
    } else if (part == Part.STEPS && stepLevel > 0 && heading.level() > stepLevel) {
      stepText.add(heading.text());
    } else {
      endStep();
      part = named;
      level = heading.level();
      stepLevel = 0;
      numbered = false;
      if (named == Part.BODY) {
        body.add(heading);
      }
    }
  }

  /** Under «Étapes» each heading of the first level found there is a step. */
  private boolean isBelowSteps(Block heading) {
    return part == Part.STEPS
        && heading.level() > level
        && !numbered
        && (stepLevel == 0 || heading.level() == stepLevel)
        && Part.named(heading.text()) == Part.BODY;
  }

  private void text(Block block) {
    Matcher inline = INLINE.matcher(block.text());
    Part named = inline.matches() ? Part.named(inline.group(1)) : Part.BODY;
    if (named == Part.TOOLS || named == Part.RESOURCES) {
      list(named)
          .addAll(List.of(inline.group(2).replaceFirst("\\.$", "").split("\\s*[,;]\\s*", -1)));
    } else if (part == Part.STEPS) {
      stepText(block);
    } else if (part != Part.BODY && block.isItem()) {
      list(part).add(block.text());
    } else {
      body.add(block);
    }
  }

  private List<String> list(Part of) {
    return of == Part.TOOLS ? tools : resources;
  }

  private void stepText(Block block) {
    if (stepLevel == 0 && block.isItem()) {
      beginStep(block.text(), 0);
    } else if (stepTitle == null) {
      body.add(block);
    } else {
      stepText.add(block.isItem() ? "- " + block.text() : block.text());
    }
  }

  /** Begins a step; what is too long for a title is the beginning of its text as well. */
  private void beginStep(String text, int headingLevel) {
    endStep();
    part = Part.STEPS;
    stepLevel = headingLevel;
    List<String> sentences = Sentences.of(text);
    boolean whole = text.length() <= LONGEST_TITLE && sentences.size() == 1;
    String title = whole ? text : Sentences.cut(sentences.get(0), LONGEST_TITLE);
    if (!whole) {
      boolean cut = !text.startsWith(title);
      stepText.add(cut ? text : text.substring(title.length()).strip());
    }
    stepTitle = title.replaceFirst("\\.$", "");
  }

  private void endStep() {
    if (stepTitle != null) {
      String text = String.join("\n\n", stepText);
      steps.add(
          StepBuilder.builder()
              .position(steps.size() + 1)
              .title(stepTitle)
              .text(text.isEmpty() ? null : text)
              .build());
    }
    stepTitle = null;
    stepText.clear();
  }

  List<Step> steps() {
    return steps;
  }

  List<String> tools() {
    return tools;
  }

  List<String> resources() {
    return resources;
  }

  /** Returns what is none of these. */
  List<Block> body() {
    return body;
  }

  /** Tells whether the text tells how to do something. */
  boolean isMethodology() {
    return steps.size() > 1 || !tools.isEmpty() || !resources.isEmpty();
  }
}
