// The map: land and borders from the page itself, a mark of another shape for what is to be corrected.
(() => {
  "use strict";
  const element = document.getElementById("canvas");
  const points = JSON.parse(document.getElementById("points").textContent);
  const outlines = JSON.parse(document.getElementById("outlines").textContent);
  const LOOKS = ["good", "warning", "error"];
  const METROPOLE = L.latLngBounds([41.2, -5.3], [51.2, 9.7]);

  // The Encoded Polyline Algorithm Format, thousandths of a degree.
  function decoded(text) {
    const line = [];
    let at = 0;
    function number() {
      let result = 0, shift = 0, part;
      do {
        part = text.charCodeAt(at++) - 63;
        result |= (part & 0x1f) << shift;
        shift += 5;
      } while (part >= 0x20);
      return result & 1 ? ~(result >> 1) : result >> 1;
    }
    let latitude = 0, longitude = 0;
    while (at < text.length) {
      latitude += number();
      longitude += number();
      line.push([latitude / 1000, longitude / 1000]);
    }
    return line;
  }

  L.Canvas.include({
    _updateMark(layer) {
      if (!this._drawing || layer._empty()) return;
      const p = layer._point, context = this._ctx, r = layer.options.radius;
      context.beginPath();
      if (layer.options.look === 2) {
        context.moveTo(p.x, p.y - r);
        context.lineTo(p.x + r, p.y);
        context.lineTo(p.x, p.y + r);
        context.lineTo(p.x - r, p.y);
      } else if (layer.options.look === 1) {
        context.moveTo(p.x, p.y - r);
        context.lineTo(p.x + r, p.y + r * 0.8);
        context.lineTo(p.x - r, p.y + r * 0.8);
      } else {
        context.arc(p.x, p.y, r, 0, Math.PI * 2);
      }
      context.closePath();
      this._fillStroke(context, layer);
    },
  });
  const Mark = L.CircleMarker.extend({
    _updatePath() {
      this._renderer._updateMark(this);
    },
  });

  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    inertia: !calm,
    zoomSnap: 0.5,
    minZoom: 1,
    maxZoom: 13,
    maxBounds: [[-89, -200], [89, 200]],
  });
  const zoom = L.control.zoom().addTo(map);
  // Rolling through the page does not end in the map.
  element.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  element.addEventListener("focusout", () => map.scrollWheelZoom.disable());

  map.createPane("outlines").style.zIndex = 250;
  const ground = L.canvas({ pane: "outlines", padding: 0.5 });
  const still = { renderer: ground, pane: "outlines", interactive: false, smoothFactor: 0.8 };
  const land = L.polygon(outlines.land.map((polygon) => polygon.map(decoded)), { ...still, stroke: false, fillOpacity: 1 });
  const borders = L.polyline(outlines.borders.map(decoded), { ...still, weight: 1, opacity: 1 });

  const canvas = L.canvas({ tolerance: 6, padding: 0.3 });
  const marks = points
    .map(([latitude, longitude, look, title, record], number) => {
      const radius = [5, 7, 8][look];
      const mark = new Mark([latitude, longitude], { renderer: canvas, radius, look, weight: 1.5, fillOpacity: look ? 1 : 0.75 });
      mark.facts = { title, record, look, number };
      return mark.bindPopup(popup);
    })
    // What is to be corrected lies on top.
    .sort((a, b) => a.facts.look - b.facts.look);

  function popup(mark) {
    const box = document.createElement("div");
    const name = document.createElement("bdi");
    name.textContent = mark.facts.title;
    box.appendChild(document.createElement("strong")).append(name);
    if (mark.facts.record >= 0) {
      const link = document.createElement("a");
      link.href = `#r${mark.facts.record}`;
      link.textContent = page.word("map.open");
      box.append(link);
    }
    return box;
  }
  map.on("popupopen", (event) => {
    const close = event.popup.getElement().querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", page.word("map.close"));
    close.removeAttribute("href");
    close.tabIndex = 0;
    close.setAttribute("role", "button");
    close.addEventListener("keydown", (key) => {
      if (key.key === "Enter" || key.key === " ") map.closePopup();
    });
  });

  function paint() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    land.setStyle({ fillColor: colour("--land") });
    borders.setStyle({ color: colour("--border") });
    const fills = [colour("--ok"), colour("--warning"), colour("--error")];
    for (const mark of marks) mark.setStyle({ color: colour("--card"), fillColor: fills[mark.facts.look] });
  }

  // What filters hide among the records is not on the map either.
  function show() {
    const counts = [0, 0, 0];
    for (const mark of marks) {
      const record = mark.facts.record >= 0 && document.getElementById(`r${mark.facts.record}`);
      const shown = !record || !record.hidden;
      if (shown) counts[mark.facts.look]++;
      if (shown !== map.hasLayer(mark)) (shown ? mark.addTo(map) : mark.remove());
    }
    for (const number of document.querySelectorAll("[data-count]")) {
      number.textContent = counts[LOOKS.indexOf(number.dataset.count)].toLocaleString(document.documentElement.lang);
    }
  }

  const bounds = (some) => L.latLngBounds(some.map((mark) => mark.getLatLng()));
  function fit(some) {
    if (some.length > 0) map.fitBounds(bounds(some), { padding: [30, 30], maxZoom: 10 });
  }
  const buttons = L.control({ position: "topright" });
  buttons.onAdd = () => {
    const box = L.DomUtil.create("div", "leaflet-bar");
    L.DomEvent.disableClickPropagation(box);
    for (const [key, some] of [["map.all", marks], ["map.wrong", marks.filter((mark) => mark.facts.look === 2)]]) {
      if (some.length === 0) continue;
      const button = box.appendChild(document.createElement("button"));
      button.type = "button";
      button.dataset.key = key;
      button.addEventListener("click", () => fit(some.filter((mark) => map.hasLayer(mark))));
    }
    return box;
  };
  buttons.addTo(map);

  function speak() {
    for (const [link, key] of [[zoom._zoomInButton, "map.in"], [zoom._zoomOutButton, "map.out"]]) {
      link.title = page.word(key);
      link.setAttribute("aria-label", page.word(key));
    }
    for (const button of buttons.getContainer().children) button.textContent = page.word(button.dataset.key);
    map.closePopup();
    show();
  }

  // Most data is in one part of the world; what lies overseas is one button away.
  const home = marks.filter((mark) => METROPOLE.contains(mark.getLatLng()));
  map.fitBounds(bounds(home.length * 2 > marks.length ? home : marks), { padding: [30, 30], maxZoom: 10, animate: false });
  land.addTo(map);
  borders.addTo(map);
  paint();
  speak();
  document.addEventListener("language", speak);
  document.addEventListener("filter", show);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  window.addEventListener("beforeprint", () => map.invalidateSize({ animate: false }));
  window.addEventListener("afterprint", () => map.invalidateSize({ animate: false }));
})();
