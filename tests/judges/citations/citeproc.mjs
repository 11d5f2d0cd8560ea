// Citations and entries by citeproc-js, as text: a style, sources and clusters come as JSON, and a list of each goes out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { style, language, sources, clusters, packages } = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(packages);
const CSL = require("citeproc");
const locales = JSON.parse(readFileSync(require.resolve("@citation-js/plugin-csl").replace(/lib.*$/, "lib/locales.json"), "utf8"));
const items = Object.fromEntries(sources.map((source) => [source.id, source]));
const engine = new CSL.Engine({ retrieveLocale: () => locales[language], retrieveItem: (id) => items[id] }, style, language, true);
engine.opt.development_extensions.wrap_url_and_doi = false;
const citations = clusters.map((cluster, at) => ({
  citationID: `c${at}`,
  citationItems: cluster.map(([id, locator]) => (locator ? { id, locator, label: "page" } : { id })),
  properties: { noteIndex: engine.opt.xclass === "note" ? at + 1 : 0 },
}));
engine.updateItems(Object.keys(items));
const cites = engine.rebuildProcessorState(citations, "html").map(([, , text]) => text);
const entry = (id) => (engine.makeBibliography({ include: [{ field: "id", value: id }] })[1] ?? [])[0];
const entries = Object.fromEntries(sources.map(({ id }) => [id, entry(id)]).filter(([, text]) => text));
process.stdout.write(JSON.stringify({ cites, entries }));
