package org.collporterre.cms.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.WordPressServer.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An author puts the block into a page, in the editor. */
class BlockEditorTest {
  /** The page under the hands of the author, which the editor keeps in a frame. */
  private static final String CANVAS =
      "(document.querySelector('iframe[name=editor-canvas]')?.contentDocument ?? document)";

  /** What opens the list of blocks: before WordPress 6.5, and since. */
  private static final String INSERTER =
      ".edit-post-header-toolbar__inserter-toggle, .editor-document-tools__inserter-toggle";

  private static Site site;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    browser.screen(1280, 900);
    browser.look("light");
    site = Site.start();
    site.put(User.AUTHOR, SampleRecords.jardin());
    site.put(User.AUTHOR, SampleRecords.bruded());
    site.put(User.AUTHOR, SampleRecords.artisans());
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  /** Clicks also what is still moving into its place. */
  private static void click(String selector) {
    browser.run("document.querySelector(arguments[0]).click()", selector);
  }

  private static void choose(String label, String value) {
    browser.run(
        """
        const label = [...document.querySelectorAll('.block-editor-block-inspector label')]
            .find(one => one.textContent.trim() === arguments[0]);
        const field = document.getElementById(label.htmlFor);
        const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
        setter.call(field, arguments[1]);
        field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', {bubbles: true}));
        """,
        label,
        value);
  }

  @Test
  void an_author_inserts_the_block_sets_it_and_publishes() throws Exception {
    Editing.signIn(browser, site, User.AUTHOR);
    browser.open(site.url() + "/wp-admin/post-new.php");
    Editing.await(browser, "document.querySelector(\"" + INSERTER + "\")");
    browser.run("wp.data.dispatch('core/editor').editPost({title: 'Où agit-on ?'})");
    click(INSERTER);
    Editing.await(browser, "document.querySelector('.block-editor-inserter__search input')");
    browser.element(".block-editor-inserter__search input").sendKeys("collporterre");
    Editing.await(browser, "document.querySelector('.editor-block-list-item-collporterre-vue')");
    click(".editor-block-list-item-collporterre-vue");
    Editing.await(browser, CANVAS + ".querySelector('.wp-block-collporterre-vue .collp-secours')");
    assertThat(
            String.valueOf(
                browser.run("return " + CANVAS + ".querySelector('.collp-secours').textContent")))
        .contains("Jardin partagé de Kerédern", "Réseau BRUDED");

    // What the inserter covers and the sidebar shows differ from one version to the next: the block
    // is selected by its data.
    browser.run(
        """
        const id = wp.data.select('core/block-editor').getBlocks().find(b => b.name === 'collporterre/vue').clientId;
        wp.data.dispatch('core/block-editor').selectBlock(id);
        wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
        """);
    Editing.await(browser, "document.querySelector('.block-editor-block-inspector select')");
    choose("Vue", "liste");
    choose("Thèmes, séparés par des virgules", "environnement");
    Editing.await(
        browser,
        CANVAS
            + ".querySelector('.wp-block-collporterre-vue .collp-liste') && "
            + CANVAS
            + ".querySelectorAll('.collp-fiche').length === 2");
    Pictures.keep(browser, "wordpress-editeur.png", "body", 800);

    browser.run(
        "wp.data.dispatch('core/editor').editPost({status: 'publish'}); wp.data.dispatch('core/editor').savePost()");
    Editing.await(browser, "wp.data.select('core/editor').didPostSaveRequestSucceed()");
    String link =
        String.valueOf(browser.run("return wp.data.select('core/editor').getPermalink()"));
    Editing.signOut(browser);
    browser.open(link);
    assertThat(
            browser.texts(
                "return [...document.querySelectorAll('.wp-block-collporterre-vue .collp-nom')].map(e => e.textContent)"))
        .containsExactly("Les Artisans du changement", "Réseau BRUDED");
    Editing.await(browser, "!document.querySelector('.collp-filtres').hidden");
    assertThat(browser.violations(".collporterre")).isEmpty();
    assertThat(site.server().complaints()).isEmpty();
  }

  @Test
  void a_record_can_be_opened_and_changed_in_the_editor() throws Exception {
    int post = site.put(User.AUTHOR, SampleRecords.jardin()).json().getInt("post");
    Editing.signIn(browser, site, User.AUTHOR);
    browser.open(site.url() + "/wp-admin/post.php?action=edit&post=" + post);
    Editing.await(
        browser,
        "window.wp?.data?.select('core/editor')?.getCurrentPost()?.id && wp.data.select('core/block-editor').getBlocks().length");
    assertThat(
            browser.run(
                "return wp.data.select('core/block-editor').getBlocks().map(b => b.name + b.isValid).join()"))
        .isEqualTo("core/htmltrue");
    browser.run(
        "wp.data.dispatch('core/editor').editPost({title: 'Jardin de toutes et tous'}); wp.data.dispatch('core/editor').savePost()");
    Editing.await(browser, "wp.data.select('core/editor').didPostSaveRequestSucceed()");
    Editing.signOut(browser);

    assertThat(site.put(User.AUTHOR, SampleRecords.jardin()).status()).isEqualTo(409);
    assertThat(site.ask("GET", null, "/initiatives/jardin-de-keredern/", null).body())
        .contains("Jardin de toutes et tous");
  }
}
