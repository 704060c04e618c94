// Does Mermaid read what `plan roadmap --format mermaid` writes?
//
//   npm install --prefix /tmp/mermaid mermaid jsdom@26
//   plan roadmap --format mermaid | node tests/mermaid.mjs /tmp/mermaid
//
// Exits 0 and names the kind of diagram, or 1 with the parser's complaint.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const folder = process.argv[2] ?? ".";
const { JSDOM } = createRequire(`${folder}/node_modules/`)("jsdom");
// Mermaid cleans labels with DOMPurify, which asks for a window.
globalThis.window = new JSDOM("").window;
globalThis.document = globalThis.window.document;
const entry = `${folder}/node_modules/mermaid/dist/mermaid.core.mjs`;
const { default: mermaid } = await import(pathToFileURL(entry));
try {
  const { diagramType } = await mermaid.parse(readFileSync(0, "utf8"));
  console.log(diagramType);
} catch (error) {
  console.error(String(error.message ?? error));
  process.exit(1);
}
