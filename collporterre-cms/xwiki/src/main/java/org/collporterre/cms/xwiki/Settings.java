package org.collporterre.cms.xwiki;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.configuration.ConfigurationSource;

/**
 * What an administrator has set: in {@code xwiki.properties}, where there is a whole XWiki around,
 * else as a system property of the same name. Thread-safe.
 */
@Component(roles = Settings.class)
@Singleton
public class Settings {
  /** The folder of datasets. */
  static final String FOLDER = "collporterre.dossier";

  /** Where the files of {@link org.collporterre.cms.page.Assets} are served; empty to hold them. */
  static final String ASSETS = "collporterre.ressources";

  /** The language of pages that do not say one. */
  static final String LANGUAGE = "collporterre.langue";

  @Inject
  @Named("context")
  private Provider<ComponentManager> components;

  /** Made by XWiki, which gives it the rest. */
  @SuppressWarnings("NullAway.Init")
  public Settings() {}

  /** Returns a setting, empty when nobody has said anything. */
  String get(String key) {
    ComponentManager all = components.get();
    if (all.hasComponent(ConfigurationSource.class, "xwikiproperties")) {
      try {
        ConfigurationSource source = all.getInstance(ConfigurationSource.class, "xwikiproperties");
        String told = source.getProperty(key, "");
        if (!told.isBlank()) {
          return told.strip();
        }
      } catch (ComponentLookupException e) {
        throw new IllegalStateException("The properties of XWiki cannot be read", e);
      }
    }
    return System.getProperty(key, "").strip();
  }
}
