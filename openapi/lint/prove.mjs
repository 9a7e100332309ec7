// Proves that each linter can fail: its own script, run on the broken documents, has to end badly and to
// print the words below.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const BROKEN = {
  "../published/opentact.yaml": "broken.yaml",
  "../published/opentact-simple.json": "broken.yaml",
  "../published/asyncapi.yaml": "broken-events.yaml",
};
const WORDS = {
  redocly: [
    "operation-4xx-response",
    "info-license",
    "#/components/examples/unreached",
    "#/components/examples/referred/value/size",
    "#/operations/receiveThing/action",
    "#/components/schemas/Thing/type",
  ],
  spectral: [
    "operation-tags",
    "oas3-valid-media-example",
    "owasp:api2:2023-no-http-basic",
    "asyncapi-info-license",
    "asyncapi-3-document-resolved",
  ],
};

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
for (const [name, words] of Object.entries(WORDS)) {
  const command = scripts[name].replaceAll(/\.\.\/\S+/g, (document) => BROKEN[document]);
  const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: "utf8" });
  const missed = words.filter((word) => !(stdout + stderr).includes(word));
  if (status !== 1 || missed.length > 0) {
    console.error(`${stdout}${stderr}\n${command}: status ${status}, wanted 1; not printed: ${missed.join(", ") || "nothing"}`);
    process.exit(1);
  }
  console.log(`${name}: ends badly on the broken documents, as it should`);
}
