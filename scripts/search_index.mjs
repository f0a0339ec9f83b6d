// Makes the search index: reads the records as JSON from standard input, prints the files, text by path, as JSON.
// Usage: node search_index.mjs <engine.js>. The code that searches also builds.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const [engine] = process.argv.slice(2);
runInThisContext(readFileSync(engine, "utf8"), { filename: engine });
const { index, texts } = globalThis.painkb.parts.pack(JSON.parse(readFileSync(0, "utf8")), globalThis.MiniSearch);
// A JSON text inside a string is parsed several times faster than the same data as JavaScript.
const script = (name, data) => `painkb.take(${JSON.stringify(name)},JSON.parse(${JSON.stringify(JSON.stringify(data)).replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)}));\n`;
const { file } = globalThis.painkb.parts;
const files = { "search/index.js": script("@index", index) };
for (const [doc, data] of Object.entries(texts)) files[file(doc)] = script(doc, data);
process.stdout.write(JSON.stringify(files));
