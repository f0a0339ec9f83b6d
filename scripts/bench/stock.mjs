// Sphinx's own search: the scripts and the index of a stock build, run beside a document that does nothing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";

const out = process.argv[2];
const run = (name) => runInThisContext(readFileSync(join(out, name), "utf8"), { filename: name });
const element = () => ({ dataset: {}, appendChild() {}, append() {}, setAttribute() {}, classList: { add() {} }, addEventListener() {} });
globalThis.window = globalThis;
globalThis.document = { addEventListener() {}, createElement: element, documentElement: { dataset: { content_root: "" } }, querySelector: () => null, getElementById: () => null, readyState: "loading" };
globalThis.DOCUMENTATION_OPTIONS = { FILE_SUFFIX: ".html", BUILDER: "html", HAS_SOURCE: false, SHOW_SEARCH_SUMMARY: false, LINK_SUFFIX: ".html" };
globalThis._ = (text) => text;
globalThis._ready = () => {};
globalThis.SPHINX_HIGHLIGHT_ENABLED = false;
globalThis.Documentation = { ngettext: (one) => one, gettext: (one) => one };
for (const name of ["base-stemmer.js", "english-stemmer.js", "language_data.js", "searchtools.js"]) run(`_static/${name}`);
runInThisContext("globalThis.Search = Search");
globalThis.Search.title = element();
globalThis.Search._queued_query = null;
run("searchindex.js");
const queries = JSON.parse(readFileSync(0, "utf8"));
const start = performance.now();
const answers = queries.map((text) => {
  const [, terms, excluded, highlight, objects] = globalThis.Search._parseQuery(text);
  const found = globalThis.Search._performSearch(text, terms, excluded, highlight, objects).reverse();
  return [...new Set(found.map(([doc]) => doc))].slice(0, 10);
});
console.log(JSON.stringify({ answers, query: (performance.now() - start) / queries.length }));
