// Makes pays.csv and departements.csv, the boxes around countries and French departments, from
//   npm pack world-atlas@2.0.2           Natural Earth 4.1.0, 1:10m, public domain
//   npm pack i18n-iso-countries@7.14.0   only which number is which code of ISO 3166-1
//   La Poste, base officielle des codes postaux (Licence Ouverte): a point per municipality
// Usage: node boxes.cjs WORLD-ATLAS-FOLDER I18N-ISO-COUNTRIES-FOLDER LAPOSTE-HEXASMAL.csv
// Bounds are widened by a margin and then rounded outward to 0.1 degrees.
'use strict';
const fs = require('fs');
const path = require('path');
const [atlas, iso, points] = process.argv.slice(2);

const COUNTRY_MARGIN = 0.2; // small islands are missing on the map, and shores are simplified
const DEPARTMENT_MARGIN = 0.15; // from the middle of an outlying municipality to its border
const SAME_BOX = 1.5; // polygons that near to each other share a box

// Areas of the map that have no number; those whose state is disputed count for both sides.
const UNNUMBERED = {
  Dhekelia: ['GB', 'CY'], Akrotiri: ['GB', 'CY'], 'N. Cyprus': ['CY'],
  'Cyprus U.N. Buffer Zone': ['CY'], Somaliland: ['SO'], Kosovo: ['XK', 'RS'],
  Baikonur: ['KZ'], 'Siachen Glacier': ['IN', 'PK'], 'USNB Guantanamo Bay': ['CU', 'US'],
  'Indian Ocean Ter.': ['AU', 'CX', 'CC'], 'Coral Sea Is.': ['AU'], 'Clipperton I.': ['FR'],
};
// Overseas departments, which the map draws as parts of France: a point in each.
const OVERSEAS = { GP: [-61.6, 16.2], MQ: [-61, 14.65], GF: [-53, 4], RE: [55.5, -21.1], YT: [45.15, -12.8] };
// Collectivities that addresses name by the country FR or by their own code.
const COLLECTIVITIES = { PM: '975', BL: '977', MF: '978', TF: '984', WF: '986', PF: '987', NC: '988' };
const DEPARTMENTS = { GF: '973', ...COLLECTIVITIES };

const map = JSON.parse(fs.readFileSync(path.join(atlas, 'countries-10m.json'), 'utf8'));
const codes = new Map(
  JSON.parse(fs.readFileSync(path.join(iso, 'codes.json'), 'utf8')).map((c) => [c[2], c[0]]));
const arcs = map.arcs.map((arc) => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [
    (x += dx) * map.transform.scale[0] + map.transform.translate[0],
    (y += dy) * map.transform.scale[1] + map.transform.translate[1]]);
});

function around(positions, start) {
  return positions.reduce(
    (b, [x, y]) => [Math.min(b[0], x), Math.min(b[1], y), Math.max(b[2], x), Math.max(b[3], y)],
    start || [Infinity, Infinity, -Infinity, -Infinity]);
}
const union = (a, b) => around([[b[0], b[1]], [b[2], b[3]]], a);
const near = (a, b) => a[0] <= b[2] + SAME_BOX && b[0] <= a[2] + SAME_BOX
  && a[1] <= b[3] + SAME_BOX && b[1] <= a[3] + SAME_BOX;

function clusters(boxes) {
  const left = boxes.slice();
  for (let i = 0; i < left.length; i++) {
    for (let j = i + 1; j < left.length; j++) {
      if (near(left[i], left[j])) {
        left[i] = union(left[i], left[j]);
        left.splice(j, 1);
        i = -1;
        break;
      }
    }
  }
  return left.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

const out = (v, margin, up, limit) => {
  const widened = up ? Math.min(limit, v + margin) : Math.max(-limit, v - margin);
  return (up ? Math.ceil(widened * 10 - 1e-9) : Math.floor(widened * 10 + 1e-9)) / 10;
};
const widen = (b, m) => [out(b[0], m, false, 180), out(b[1], m, false, 90), out(b[2], m, true, 180), out(b[3], m, true, 90)];

const countries = new Map();
const add = (code, boxes) => countries.set(code, (countries.get(code) || []).concat(boxes));
for (const geometry of map.objects.countries.geometries) {
  const own = codes.get(geometry.id);
  const names = own ? [own] : UNNUMBERED[geometry.properties.name] || [];
  const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
  const boxes = polygons.map((rings) =>
    rings[0].reduce((b, arc) => around(arcs[arc < 0 ? ~arc : arc], b), undefined));
  names.forEach((name) => add(name, boxes));
}
for (const code of Object.keys(COLLECTIVITIES)) {
  add('FR', countries.get(code));
}
const france = clusters(countries.get('FR'));
for (const [code, [x, y]] of Object.entries(OVERSEAS)) {
  countries.set(code, france.filter((b) => b[0] - 0.5 <= x && x <= b[2] + 0.5 && b[1] - 0.5 <= y && y <= b[3] + 0.5));
}

const line = (code, box) => [code, ...box].join(',') + '\n';
const pays = [];
for (const code of [...countries.keys()].sort()) {
  clusters(countries.get(code)).forEach((b) => pays.push(line(code, widen(b, COUNTRY_MARGIN))));
}
fs.writeFileSync(path.join(__dirname, 'pays.csv'), 'code,ouest,sud,est,nord\n' + pays.join(''));

const departments = new Map();
for (const row of fs.readFileSync(points, 'utf8').split(/\r?\n/).slice(1)) {
  const cells = row.split(';');
  const position = (cells[5] || '').split(',').map(Number);
  if (position.length === 2) {
    const code = /^9[78]/.test(cells[0]) ? cells[0].slice(0, 3) : cells[0].slice(0, 2);
    const box = around([[position[1], position[0]]], departments.get(code));
    departments.set(code, box);
  }
}
const boxes = new Map([...departments].map(([code, box]) => [code, [widen(box, DEPARTMENT_MARGIN)]]));
for (const [country, code] of Object.entries(DEPARTMENTS)) {
  boxes.set(code, clusters(countries.get(country)).map((b) => widen(b, COUNTRY_MARGIN)));
}
const lines = [];
for (const code of [...boxes.keys()].sort()) {
  boxes.get(code).forEach((b) => lines.push(line(code, b)));
}
fs.writeFileSync(path.join(__dirname, 'departements.csv'), 'code,ouest,sud,est,nord\n' + lines.join(''));
