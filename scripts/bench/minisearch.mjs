// MiniSearch as it comes, over the same sections: fuzzy 0.2, prefix, title and heading boosted.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { load } from "../search_host.mjs";

const { parts } = load(process.argv[2]);
for (const page of parts.store.pages) await parts.load(parts.file(page.doc));
const began = performance.now();
const mini = new globalThis.MiniSearch({ fields: ["title", "heading", "text"], storeFields: ["page"] });
mini.addAll(parts.store.sections.map((section) => {
  const page = parts.store.pages[section.page];
  return { id: section.number, page: page.doc, title: page.title, heading: section.heading, text: parts.lines(parts.store, section).join("\n") };
}));
const build = (performance.now() - began) / 1000;
const queries = JSON.parse(readFileSync(0, "utf8"));
const start = performance.now();
const answers = queries.map((query) => [...new Set(mini.search(query, { fuzzy: 0.2, prefix: true, boost: { title: 3, heading: 2 } }).map(({ page }) => page))].slice(0, 10));
const query = (performance.now() - start) / queries.length;
console.log(JSON.stringify({ answers, build, query, size: gzipSync(JSON.stringify(mini), { level: 9 }).length }));
