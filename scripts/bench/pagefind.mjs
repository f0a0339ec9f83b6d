// Pagefind's own script over its own index, with files read from disk in place of requests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const place = "http://localhost/pagefind/";
globalThis.fetch = async (address) => {
  const name = String(address?.url ?? address).split("?")[0].replace(/^.*\/pagefind\//, "");
  return new Response(readFileSync(join(folder, name)));
};
globalThis.window = globalThis;
globalThis.document = { querySelector: () => ({ getAttribute: () => "en" }), currentScript: null };
globalThis.location = new URL(place);
const pagefind = await import(pathToFileURL(join(folder, "pagefind.js")));
await pagefind.options({ basePath: place, baseUrl: "/" });
const queries = JSON.parse(readFileSync(0, "utf8"));
const start = performance.now();
const answers = [];
for (const text of queries) {
  const { results } = await pagefind.search(text);
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  answers.push(pages.map(({ url, raw_url: raw }) => (raw ?? url).replace(/^\//, "")));
}
console.log(JSON.stringify({ answers, query: (performance.now() - start) / queries.length }));
