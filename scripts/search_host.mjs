// Loads the search engine of a built site into Node: the very files that the browser loads, in the same order.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";

// Returns painkb with its search() ready; throws when the site has no index.
export function load(site) {
  const run = (name) => {
    const path = join(site, name);
    if (!existsSync(path)) throw new Error(`${path} is missing: build the site first (make site)`);
    runInThisContext(readFileSync(path, "utf8"), { filename: path });
  };
  ["search/engine.js", "search/index.js"].forEach(run);
  globalThis.painkb.parts.load = async (name) => run(name);
  return globalThis.painkb;
}
