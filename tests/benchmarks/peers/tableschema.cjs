// Has tableschema look at all rows of a table: tableschema.cjs TABLE SCHEMA
const { Table } = require("tableschema");

async function main() {
  const [table, schema] = process.argv.slice(2);
  const rows = await (await Table.load(table, { schema })).iter({ forceCast: true });
  let count = 0;
  let faulty = 0;
  for (;;) {
    const { done, value } = await rows.next();
    if (done) {
      break;
    }
    count++;
    faulty += value instanceof Error ? 1 : 0;
  }
  console.log(count + " rows, " + faulty + " faulty");
}

main().catch((error) => {
  console.error(String(error));
  process.exit(1);
});
