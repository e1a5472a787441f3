package org.collporterre.imports.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.vocabulary.Folding;

/** A part of a methodology, as its heading names it. */
enum Part {
  /** Anything that has no field of its own. */
  BODY,
  STEPS,
  TOOLS,
  RESOURCES;

  private static final Pattern STEP =
      Pattern.compile(
          "(?:étape|etape|step|phase|schritt|paso|pazenn)\\s*(?:n\\s*[°ºo]\\s*)?\\d{1,3}\\s*(?:[:.)–—-]\\s*|$|\\s)(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private static final Map<String, Part> NAMES = names();

  private static Map<String, Part> names() {
    Map<String, Part> names = new HashMap<>();
    for (String name :
        "etapes|deroulement|deroule|mode d emploi|marche a suivre|pas a pas|comment faire|steps|instructions|schritte|anleitung|pasos|pazennou"
            .split("\\|", -1)) {
      names.put(name, STEPS);
    }
    for (String name : "outils|outillage|tools|werkzeug|herramientas|ostilhou".split("\\|", -1)) {
      names.put(name, TOOLS);
    }
    for (String name :
        "materiel|materiaux|fournitures|ressources|materials|material|supplies|resources|recursos|danvez"
            .split("\\|", -1)) {
      names.put(name, RESOURCES);
    }
    return names;
  }

  /** Returns the part that a heading begins; {@link #BODY} for any other text. */
  static Part named(String heading) {
    if (heading.length() > 60) {
      return BODY;
    }
    String plain =
        Folding.fold(heading)
            .replaceFirst("^(?:\\d{1,2} )?(?:les |le |la |l |the )?", "")
            .replaceFirst(" (?:necessaires?|utiles?|needed|a prevoir)$", "");
    return NAMES.getOrDefault(plain, BODY);
  }

  /** Tells whether a heading is that of a step: «Étape 1 : …». */
  static boolean isStep(String heading) {
    return STEP.matcher(heading).matches();
  }

  /** Returns the name of a step without its number; all of the heading when nothing is left. */
  static String stepTitle(String heading) {
    Matcher step = STEP.matcher(heading);
    return step.matches() && !step.group(1).isBlank() ? step.group(1).strip() : heading.strip();
  }
}
