package org.collporterre.cms.xwiki;

import java.util.HashMap;
import java.util.Map;
import org.collporterre.cms.page.ViewRequest;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/**
 * The parameters of the macro, as XWiki wants them: a bean whose properties it describes to page
 * authors. What they mean, {@link ViewRequest} says.
 */
public class CollporterreParameters {
  private final Map<String, String> texts = new HashMap<>();

  /** Made by XWiki. */
  public CollporterreParameters() {}

  Map<String, String> texts() {
    return texts;
  }

  private String get(String name) {
    return texts.getOrDefault(name, "");
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getVue() {
    return get("vue");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Vue")
  @PropertyDescription(
      "carte, liste, exploration, fiche or chiffres (map, list, explorer, sheet, statistics).")
  public void setVue(String text) {
    texts.put("vue", text);
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getSource() {
    return get("source");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Source")
  @PropertyDescription(
      "Name of the dataset in the folder of datasets: a file, or a folder that is a dataset.")
  public void setSource(String text) {
    texts.put("source", text);
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getFiltre() {
    return get("filtre");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Filtre")
  @PropertyDescription("Which records, for example: theme=alimentation; odd=11.")
  public void setFiltre(String text) {
    texts.put("filtre", text);
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getFiche() {
    return get("fiche");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Fiche")
  @PropertyDescription("Identifier of one record, for its sheet.")
  public void setFiche(String text) {
    texts.put("fiche", text);
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getTitre() {
    return get("titre");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Titre")
  @PropertyDescription("Heading above it.")
  public void setTitre(String text) {
    texts.put("titre", text);
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getHauteur() {
    return get("hauteur");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Hauteur")
  @PropertyDescription("Height of the map: petite, moyenne or grande.")
  public void setHauteur(String text) {
    texts.put("hauteur", text);
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getLangue() {
    return get("langue");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Langue")
  @PropertyDescription("fr, en or br.")
  public void setLangue(String text) {
    texts.put("langue", text);
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getFond() {
    return get("fond");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Fond")
  @PropertyDescription(
      "Address of map tiles (https, with {z}, {x} and {y}) instead of the outlines.")
  public void setFond(String text) {
    texts.put("fond", text);
  }

  /** Returns the parameter of this name, empty when it is not there. */
  public String getAttribution() {
    return get("attribution");
  }

  /** Takes the parameter of this name. */
  @PropertyName("Attribution")
  @PropertyDescription("Who made the tiles; needed with them.")
  public void setAttribution(String text) {
    texts.put("attribution", text);
  }
}
