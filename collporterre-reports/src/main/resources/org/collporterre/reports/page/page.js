// The language of the page, and what paper needs.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripted");
  const buttons = document.querySelectorAll("button[data-language]");

  function speak(language) {
    root.lang = language;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    for (const element of document.querySelectorAll("[data-fr][data-en]")) {
      element.textContent = element.dataset[language];
    }
    document.dispatchEvent(new CustomEvent("language"));
  }

  // The texts that scripts say, and numbers as they are written in the language of the page.
  window.page = {
    word(key, ...numbers) {
      const element = document.querySelector(`[data-word="${key}"]`);
      const text = root.lang === "fr" ? element.dataset.wordFr : element.dataset.wordEn;
      return numbers.reduce((t, n, i) => t.replace(`{${i}}`, n.toLocaleString(root.lang)), text);
    },
  };

  for (const button of buttons) {
    button.addEventListener("click", () => speak(button.dataset.language));
  }

  // A link to something in a closed part opens it.
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) {
      if (part instanceof HTMLDetailsElement) part.open = true;
    }
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  // On paper nothing is closed.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const part of closed) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
})();
