// Has @placemarkio/check-geojson look at a file.
const { readFileSync } = require("fs");
const { getIssues } = require("@placemarkio/check-geojson");

console.log(getIssues(readFileSync(process.argv[2], "utf8")).length + " issues");
