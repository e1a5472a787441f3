// Makes maps of lists: each item with data-lat and data-lon becomes a point. Without this the list is there alone.
(() => {
  "use strict";
  if (window.collporterreMaps) {
    window.collporterreMaps();
    return;
  }
  const base = document.currentScript && document.currentScript.src ? document.currentScript.src.replace(/[^/]*$/, "") : "";
  const CELL = 72;
  const SHOWN = 20;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let leaflet;

  /** Leaflet of this page's own: another one that the site may have stays where it is. */
  function library() {
    leaflet ??= new Promise((resolve, reject) => {
      const own = () => resolve(window.L.noConflict());
      if (!base) return own();
      const script = document.createElement("script");
      script.src = base + "leaflet/leaflet.js";
      script.onload = own;
      script.onerror = reject;
      document.head.append(script);
    });
    return leaflet;
  }

  function outlines() {
    const inline = document.querySelector("script.collp-contours");
    return inline ? Promise.resolve(JSON.parse(inline.textContent)) : fetch(base + "contours.json").then((answer) => answer.json());
  }

  // The Encoded Polyline Algorithm Format, thousandths of a degree.
  function decoded(text) {
    const line = [];
    let at = 0, latitude = 0, longitude = 0;
    function number() {
      let result = 0, shift = 0, part;
      do {
        part = text.charCodeAt(at++) - 63;
        result |= (part & 0x1f) << shift;
        shift += 5;
      } while (part >= 0x20);
      return result & 1 ? ~(result >> 1) : result >> 1;
    }
    while (at < text.length) {
      latitude += number();
      longitude += number();
      line.push([latitude / 1000, longitude / 1000]);
    }
    return line;
  }

  /** The places of all items, as parts of a world that is 1 wide and 1 high. */
  function pointsOf(items) {
    const owners = [], x = [], y = [], where = [];
    items.forEach((item, index) => {
      const latitudes = item.dataset.lat.split(" "), longitudes = item.dataset.lon.split(" ");
      for (let i = 0; i < latitudes.length; i++) {
        const latitude = Number(latitudes[i]), longitude = Number(longitudes[i]);
        const sine = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180);
        owners.push(index);
        x.push(longitude / 360 + 0.5);
        y.push(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
        where.push([latitude, longitude]);
      }
    });
    return { owners, x: Float64Array.from(x), y: Float64Array.from(y), where };
  }

  function draw(L, root, list) {
    const words = JSON.parse(root.dataset.mots);
    const items = [...list.querySelectorAll("[data-lat]")];
    const points = pointsOf(items);
    if (points.owners.length === 0) return;
    const frame = root.querySelector(".collp-cadre");
    frame.hidden = false;
    const tiles = root.dataset.tuiles || "";
    const map = L.map(frame, {
      attributionControl: false,
      zoomControl: false,
      scrollWheelZoom: false,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      markerZoomAnimation: false,
      inertia: !calm,
      minZoom: 1,
      maxZoom: tiles ? 18 : 12,
      maxBounds: [[-89, -220], [89, 220]],
    });
    const zoom = L.control.zoom({ zoomInTitle: words.plus, zoomOutTitle: words.moins }).addTo(map);
    for (const [link, word] of [[zoom._zoomInButton, words.plus], [zoom._zoomOutButton, words.moins]]) link.setAttribute("aria-label", word);
    // Rolling through the page does not end in the map.
    frame.addEventListener("focusin", () => map.scrollWheelZoom.enable());
    frame.addEventListener("focusout", () => map.scrollWheelZoom.disable());
    const credit = L.control.attribution({ prefix: false }).addTo(map);
    const text = document.createElement("span");
    text.textContent = tiles ? root.dataset.attribution : words.contours;
    credit.addAttribution(text.innerHTML);
    if (tiles) {
      L.tileLayer(tiles, { maxZoom: 19, referrerPolicy: "strict-origin-when-cross-origin" }).addTo(map);
    } else {
      ground(L, map, frame);
    }

    const shown = new Map();
    const layer = L.layerGroup().addTo(map);

    /** The points in the cells of a grid, those of one cell together. */
    function clusters(zoomLevel, bounds) {
      const scale = 256 * 2 ** zoomLevel;
      const found = new Map();
      for (let i = 0; i < points.owners.length; i++) {
        if (items[points.owners[i]].hidden) continue;
        const x = points.x[i] * scale, y = points.y[i] * scale;
        if (x < bounds.min.x || x > bounds.max.x || y < bounds.min.y || y > bounds.max.y) continue;
        const cell = Math.floor(x / CELL) * 1e7 + Math.floor(y / CELL);
        const cluster = found.get(cell);
        if (cluster) {
          cluster.x += x;
          cluster.y += y;
          cluster.members.push(i);
        } else {
          found.set(cell, { x, y, members: [i] });
        }
      }
      return found;
    }

    function update() {
      const level = map.getZoom();
      const bounds = map.getPixelBounds();
      const margin = L.point(CELL, CELL);
      const found = clusters(level, L.bounds(bounds.min.subtract(margin), bounds.max.add(margin)));
      const wanted = new Map();
      for (const cluster of found.values()) wanted.set(level + ":" + cluster.members.join(), cluster);
      for (const [key, marker] of shown) {
        if (!wanted.has(key)) {
          marker.remove();
          shown.delete(key);
        }
      }
      for (const [key, cluster] of wanted) {
        if (!shown.has(key)) shown.set(key, mark(cluster, level));
      }
    }

    function mark(cluster, level) {
      const count = cluster.members.length;
      const titles = items[points.owners[cluster.members[0]]];
      const alone = count === 1;
      const size = alone ? 22 : Math.min(58, 28 + 6 * Math.log2(count));
      const face = document.createElement("span");
      if (!alone) face.textContent = count.toLocaleString(root.lang);
      const icon = L.divIcon({ className: alone ? "collp-point" : "collp-groupe", html: face, iconSize: [size, size] });
      const position = alone
        ? points.where[cluster.members[0]]
        : map.unproject([cluster.x / count, cluster.y / count], level);
      const marker = L.marker(position, { icon, keyboard: true, riseOnHover: true });
      marker.on("click", (event) => open(cluster, marker, event.originalEvent && event.originalEvent.type !== "click"));
      marker.on("keypress", (event) => {
        if (event.originalEvent.key === "Enter" || event.originalEvent.key === " ") open(cluster, marker, true);
      });
      marker.addTo(layer);
      marker.getElement().setAttribute("aria-label", alone ? title(titles) : words.groupe.replace("{0}", count));
      return marker;
    }

    function open(cluster, marker, byKey) {
      const places = L.latLngBounds(cluster.members.map((member) => points.where[member]));
      const same = places.getNorthEast().equals(places.getSouthWest(), 1e-5);
      if (cluster.members.length > 1 && !same && map.getZoom() < map.getMaxZoom()) {
        map.fitBounds(places, { padding: [40, 40], animate: !calm });
        if (byKey) frame.focus();
        return;
      }
      const owners = [...new Set(cluster.members.map((member) => points.owners[member]))];
      L.popup({ maxWidth: 300, autoPanPadding: [20, 20] }).setLatLng(marker.getLatLng()).setContent(card(owners.map((owner) => items[owner]))).openOn(map);
    }

    /** What is told of items: texts only, whatever they hold. */
    function card(some) {
      const box = document.createElement("div");
      for (const item of some.slice(0, SHOWN)) {
        const link = item.querySelector("a.collp-lien");
        const name = document.createElement(link ? "a" : "strong");
        if (link) name.href = link.href;
        name.dir = "auto";
        name.className = "collp-nom";
        name.textContent = title(item);
        box.append(name);
        for (const part of [".collp-ou", some.length === 1 ? ".collp-resume" : ""]) {
          const source = part && item.querySelector(part);
          if (!source || !source.textContent) continue;
          const line = document.createElement("p");
          line.dir = "auto";
          line.className = part.slice(1);
          line.textContent = source.textContent;
          box.append(line);
        }
      }
      if (some.length > SHOWN) box.append(words.autres.replace("{0}", some.length - SHOWN));
      return box;
    }

    function title(item) {
      return item.querySelector(".collp-nom").textContent;
    }

    map.on("popupopen", (event) => {
      const close = event.popup.getElement().querySelector(".leaflet-popup-close-button");
      close.setAttribute("aria-label", words.fermer);
      close.removeAttribute("href");
      close.tabIndex = 0;
      close.addEventListener("keydown", (key) => {
        if (key.key === "Enter" || key.key === " ") map.closePopup();
      });
      const back = document.activeElement;
      const first = event.popup.getElement().querySelector("a.collp-nom") || close;
      if (back && frame.contains(back)) {
        first.focus({ preventScroll: true });
        event.popup.once("remove", () => back.isConnected && back.focus({ preventScroll: true }));
      }
    });
    frame.addEventListener("keydown", (key) => {
      if (key.key === "Escape") map.closePopup();
    });

    function fit(where, animate) {
      const all = where.filter((_, i) => where !== points.where || !items[points.owners[i]].hidden);
      if (all.length > 0) map.fitBounds(L.latLngBounds(all), { padding: [45, 45], maxZoom: tiles ? 14 : 9, animate });
    }

    /** Most data is in one part of the world; what lies far away is one button from there. */
    function home() {
      const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
      const latitude = median(points.where.map((one) => one[0])), longitude = median(points.where.map((one) => one[1]));
      const near = points.where.filter((one) => Math.abs(one[0] - latitude) < 8 && Math.abs(one[1] - longitude) < 12);
      return near.length * 3 > points.where.length * 2 ? near : points.where;
    }
    const whole = L.control({ position: "topright" });
    whole.onAdd = () => {
      const box = L.DomUtil.create("div", "leaflet-bar collp-tout");
      const button = box.appendChild(document.createElement("button"));
      button.type = "button";
      button.textContent = words.tout;
      L.DomEvent.disableClickPropagation(box);
      button.addEventListener("click", () => fit(points.where, !calm));
      return box;
    };
    whole.addTo(map);

    fit(home(), false);
    map.on("moveend zoomend resize", update);
    update();
    root.addEventListener("collp-filtre", () => {
      map.closePopup();
      update();
    });
    const fallback = root.querySelector("details.collp-secours");
    if (fallback) fallback.open = false;
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(frame);
    window.addEventListener("beforeprint", () => map.invalidateSize({ animate: false }));
    root.dataset.collpEtat = "prete";
  }

  function ground(L, map, frame) {
    map.createPane("contours").style.zIndex = 250;
    const renderer = L.canvas({ pane: "contours", padding: 0.5 });
    const still = { renderer, pane: "contours", interactive: false, smoothFactor: 0.8 };
    outlines().then((world) => {
      const land = L.polygon(world.land.map((polygon) => polygon.map(decoded)), { ...still, stroke: false, fillOpacity: 1 });
      const borders = L.polyline(world.borders.map(decoded), { ...still, weight: 1, opacity: 1 });
      const paint = () => {
        const style = getComputedStyle(frame);
        land.setStyle({ fillColor: style.getPropertyValue("text-decoration-color") });
        borders.setStyle({ color: style.getPropertyValue("column-rule-color") });
      };
      paint();
      land.addTo(map);
      borders.addTo(map);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    });
  }

  window.collporterreMaps = () => {
    for (const root of document.querySelectorAll("[data-collp~=carte]:not([data-collp-etat])")) {
      root.dataset.collpEtat = "attend";
      library().then((L) => draw(L, root, root.querySelector(".collp-fiches")));
    }
  };
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", window.collporterreMaps);
  } else {
    window.collporterreMaps();
  }
})();
