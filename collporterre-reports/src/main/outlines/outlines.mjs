// Makes contours.json, the land and the borders that maps in pages are drawn on, from Natural Earth.
// npm install && npm run make
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { merge, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const target = new URL("../resources/META-INF/resources/collporterre/contours.json", import.meta.url);

// Where more detail is kept: west, south, east, north, and the area in square degrees below which a bend of a line
// is left out there. The first window that holds a point counts.
const WINDOWS = [
  [-61.9, 15.8, -60.9, 16.6, 2e-5], // Guadeloupe
  [-61.3, 14.3, -60.7, 15.0, 2e-5], // Martinique
  [-63.2, 17.8, -62.7, 18.2, 1e-5], // Saint-Martin, Saint-Barthélemy
  [-54.8, 2.0, -51.4, 6.0, 2e-4], // Guyane
  [55.1, -21.5, 55.9, -20.8, 2e-5], // La Réunion
  [44.9, -13.1, 45.4, -12.5, 1e-5], // Mayotte
  [-56.6, 46.6, -56.0, 47.2, 1e-5], // Saint-Pierre-et-Miquelon
  [163.4, -22.9, 168.3, -19.4, 2e-4], // Nouvelle-Calédonie
  [-154.8, -28.0, -134.0, -7.8, 2e-5], // Polynésie française
  [-178.3, -14.5, -176.0, -13.1, 2e-5], // Wallis-et-Futuna
  [-5.5, 41.2, 9.9, 51.3, 1e-4], // France and what is beside it
  [-12, 35, 20, 60, 2e-3], // western Europe
];
const ELSEWHERE = 0.06;

function smallest([x, y]) {
  const found = WINDOWS.find(([w, s, e, n]) => x >= w && x <= e && y >= s && y <= n);
  return found ? found[4] : ELSEWHERE;
}

/** Leaves out bends too small for where they are; neighbours share their borders, so that no gap opens. */
function simplified(world) {
  const weighed = presimplify(world);
  for (const arc of weighed.arcs) {
    for (const point of arc) point[2] = point[2] / smallest(point);
  }
  return simplify(weighed, 1);
}

function area(ring) {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  }
  return Math.abs(twice / 2);
}

/** Thousandths of a degree, latitude first, each point as its distance from the one before. */
function line(points) {
  const flat = [];
  let before = [0, 0];
  for (const [x, y] of points) {
    const here = [Math.round(y * 1000), Math.round(x * 1000)];
    const step = [here[0] - before[0], here[1] - before[1]];
    if (flat.length === 0 || step[0] !== 0 || step[1] !== 0) flat.push(...step);
    before = here;
  }
  return encoded(flat);
}

/** The encoding of numbers of the Encoded Polyline Algorithm Format, with precision 3. */
function encoded(numbers) {
  let text = "";
  for (const number of numbers) {
    let rest = number < 0 ? ~(number << 1) : number << 1;
    while (rest >= 0x20) {
      text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
      rest >>= 5;
    }
    text += String.fromCharCode(rest + 63);
  }
  return text;
}

const source = JSON.parse(readFileSync(require.resolve("world-atlas/countries-10m.json")));
// The south pole is not on the map.
source.objects.countries.geometries = source.objects.countries.geometries.filter((c) => c.id !== "010");
const world = simplified(source);
const countries = world.objects.countries;

const land = merge(world, countries.geometries)
  .coordinates.map((polygon) => polygon.filter((ring) => ring.length > 3 && area(ring) > smallest(ring[0]) * 2))
  .filter((polygon) => polygon.length > 0)
  .map((polygon) => polygon.map(line));
const borders = mesh(world, countries, (a, b) => a !== b).coordinates.map(line);

writeFileSync(target, JSON.stringify({ land, borders }) + "\n");
console.log(`${land.length} pieces of land, ${borders.length} borders, ${readFileSync(target).length} bytes`);
