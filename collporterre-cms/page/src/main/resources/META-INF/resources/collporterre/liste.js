// Filters lists in the page: without this the whole list is there.
(() => {
  "use strict";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function start(root) {
    const form = root.querySelector(".collp-filtres");
    const items = [...root.querySelectorAll(".collp-fiche")];
    const count = root.querySelector(".collp-compte");
    const texts = [];
    let waiting = 0;

    function matches(item, index, chosen, search) {
      for (const [facet, value] of chosen) {
        if (!("|" + (item.dataset[facet] || "") + "|").includes("|" + value + "|")) return false;
      }
      if (search.length > 0) {
        texts[index] ??= fold(item.textContent);
        return search.every((word) => texts[index].includes(word));
      }
      return true;
    }

    function apply() {
      const chosen = [...form.querySelectorAll("select")].filter((one) => one.value).map((one) => [one.name, one.value]);
      const search = fold(form.elements.texte.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      items.forEach((item, index) => {
        item.hidden = !matches(item, index, chosen, search);
        if (!item.hidden) shown++;
      });
      const words = count.dataset;
      count.textContent = (shown === 0 ? words.aucune : shown === 1 ? words.une : words.plusieurs).replace("{0}", shown.toLocaleString(root.lang));
      root.dispatchEvent(new CustomEvent("collp-filtre"));
    }

    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.elements.texte.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 120);
    });
    apply();
  }

  window.collporterreLists = () => {
    for (const root of document.querySelectorAll("[data-collp~=liste]:not([data-collp-liste])")) {
      root.dataset.collpListe = "prete";
      start(root);
    }
  };
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", window.collporterreLists, { once: true });
  } else {
    window.collporterreLists();
  }
})();
