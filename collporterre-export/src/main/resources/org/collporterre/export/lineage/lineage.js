(function () {
  "use strict";
  var root = document.documentElement;
  document.getElementById("language").addEventListener("click", function () {
    root.lang = root.lang === "fr" ? "en" : "fr";
  });
  var view = document.getElementById("view");
  var svg = view.querySelector("svg");
  if (!svg) {
    return;
  }
  var all = svg.getAttribute("viewBox").split(" ").map(Number);
  var box = all.slice();
  function show() {
    svg.setAttribute("viewBox", box.join(" "));
  }
  function zoom(factor, x, y) {
    var width = Math.min(all[2] * 2, Math.max(120, box[2] * factor));
    var real = width / box[2];
    box[0] = x - (x - box[0]) * real;
    box[1] = y - (y - box[1]) * real;
    box[2] = width;
    box[3] = box[3] * real;
    show();
  }
  function middle(factor) {
    zoom(factor, box[0] + box[2] / 2, box[1] + box[3] / 2);
  }
  function everything() {
    box = all.slice();
    show();
  }
  function scale() {
    return Math.max(box[2] / view.clientWidth, box[3] / view.clientHeight);
  }
  view.classList.add("live");
  // What would become too small to read is shown in part.
  var ratio = view.clientWidth / all[2];
  function scaleAt(fitting) {
    return fitting < 0.5 ? 0.75 : Math.min(fitting, 1.15);
  }
  view.style.height = Math.max(260, Math.min(window.innerHeight * 0.75, all[3] * scaleAt(ratio) + 8)) + "px";
  if (ratio < 0.5) {
    box[2] = view.clientWidth / 0.75;
    box[3] = view.clientHeight / 0.75;
    box[1] = Math.max(0, (all[3] - box[3]) / 2);
    show();
  }
  document.getElementById("in").addEventListener("click", function () { middle(0.8); });
  document.getElementById("out").addEventListener("click", function () { middle(1.25); });
  document.getElementById("all").addEventListener("click", everything);
  view.addEventListener("wheel", function (event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      var at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      zoom(event.deltaY > 0 ? 1.15 : 0.87, at.x, at.y);
    }
  }, { passive: false });
  var drag = null;
  view.addEventListener("pointerdown", function (event) {
    drag = { x: event.clientX, y: event.clientY, moved: false };
  });
  window.addEventListener("pointermove", function (event) {
    if (drag) {
      var dx = event.clientX - drag.x;
      var dy = event.clientY - drag.y;
      drag.moved = drag.moved || Math.abs(dx) + Math.abs(dy) > 4;
      box[0] -= dx * scale();
      box[1] -= dy * scale();
      drag.x = event.clientX;
      drag.y = event.clientY;
      show();
    }
  });
  window.addEventListener("pointerup", function () {
    var moved = drag && drag.moved;
    drag = null;
    if (moved) {
      view.addEventListener("click", function (event) { event.preventDefault(); }, { capture: true, once: true });
    }
  });
  view.addEventListener("dragstart", function (event) { event.preventDefault(); });
  view.addEventListener("keydown", function (event) {
    var step = box[2] / 10;
    var moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (moves[event.key]) {
      box[0] += moves[event.key][0];
      box[1] += moves[event.key][1];
      show();
    } else if (event.key === "+") {
      middle(0.8);
    } else if (event.key === "-") {
      middle(1.25);
    } else if (event.key === "0") {
      everything();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
