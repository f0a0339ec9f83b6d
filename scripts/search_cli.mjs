// Prints the results of a search over the built site as JSON.
// Usage: node scripts/search_cli.mjs [--site build/site] [--limit 10] [--time] "query" | --batch (one JSON string a line on stdin)
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { load } from "./search_host.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { site: { type: "string", default: "build/site" }, limit: { type: "string", default: "10" }, batch: { type: "boolean", default: false }, time: { type: "boolean", default: false } },
});

const limit = Number(values.limit);
const queries = values.batch ? readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)) : [positionals.join(" ")];
if (!values.batch && !positionals.length) {
  console.error('Usage: node scripts/search_cli.mjs "query"');
  process.exit(2);
}
try {
  const painkb = load(values.site);
  for (const query of queries) {
    const began = performance.now();
    const found = await painkb.search(query, { limit });
    if (values.time) found.milliseconds = Math.round((performance.now() - began) * 1000) / 1000;
    console.log(JSON.stringify(found, null, values.batch ? 0 : 1));
  }
} catch (problem) {
  console.error(`search: ${process.env.DEBUG ? problem.stack : problem.message}`);
  process.exit(1);
}
