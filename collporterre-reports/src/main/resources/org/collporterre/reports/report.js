// Search and filters. A finding stands under its rule and again in its record; both come and go together.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const items = [...document.querySelectorAll("[data-f]")];
  const twins = new Map();
  for (const twin of document.querySelectorAll("[data-of]")) twins.set(twin.dataset.of, twin);
  const groups = [...document.querySelectorAll(".group")];
  const status = document.getElementById("matches");
  const search = document.getElementById("search");

  for (const option of form.querySelectorAll("option")) option.value = option.dataset.value;

  const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
  const texts = new Map();
  function text(item) {
    if (!texts.has(item)) {
      const group = twins.get(item.dataset.f)?.closest(".group")?.querySelector("summary");
      const all = `${item.textContent} ${item.dataset.rule} ${group ? group.textContent : ""}`;
      texts.set(item, plain(all));
    }
    return texts.get(item);
  }

  let opened = [];
  function apply() {
    const data = new FormData(form);
    const severities = new Set(data.getAll("severity"));
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const chosen = ["rule", "type", "file"].filter((name) => data.get(name));
    let count = 0;
    for (const item of items) {
      const shown =
        severities.has(item.dataset.severity) &&
        chosen.every((name) => item.dataset[name] === data.get(name)) &&
        words.every((word) => text(item).includes(word));
      item.hidden = !shown;
      const twin = twins.get(item.dataset.f);
      if (twin) twin.hidden = !shown;
      count += shown ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-f]:not([hidden]), [data-of]:not([hidden])");
    for (const section of document.querySelectorAll(".groups")) {
      section.querySelector(".nothing").hidden = Boolean(section.querySelector(".group:not([hidden])"));
    }
    reveal(words.length > 0 || chosen.includes("rule"));
    say(count);
    document.dispatchEvent(new CustomEvent("filter"));
  }

  // What is looked for is seen at once; what was closed before is closed again afterwards.
  function reveal(wanted) {
    for (const group of opened) group.open = false;
    const found = wanted ? groups.filter((group) => !group.hidden && !group.open) : [];
    opened = found.length <= 30 ? found : [];
    for (const group of opened) group.open = true;
  }

  let shown = items.length;
  function say(count) {
    shown = count;
    status.textContent = page.word("matches", shown, items.length);
  }

  let timer;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 150);
  });
  form.addEventListener("change", (event) => {
    if (event.target !== search) apply();
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    apply();
  });
  document.addEventListener("language", () => {
    search.placeholder = page.word("search");
    say(shown);
  });
})();
