// The steps of a mock server: the request of each wire vector gets an example of the document for an
// answer, and no credential gets 401. `node conformance.mjs PORT VECTORS COMMAND...`

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

const [port, vectors, ...command] = process.argv.slice(2);
const document = JSON.parse(readFileSync("generated/opentact.json", "utf8"));
const operations = Object.values(document.paths).flatMap((item) => Object.values(item));

const STEPS = {
  "login basic": "authenticate",
  create: "createToken",
  list: "listTokens",
  update: "updateToken",
  delete: "deleteToken",
  "delete all": "deleteAllTokens",
  subscribe: "createSubscription",
  subscriptions: "listSubscriptions",
  unsubscribe: "deleteSubscription",
};

/** The vector of an operation by the scheme that the document has for it. */
function vector(id) {
  const [[scheme]] = operations.find((it) => it.operationId === id).security.map(Object.keys);
  const { vectors: all } = JSON.parse(readFileSync(`${vectors}/${id}.json`, "utf8"));
  return all.find((it) => it.credential.scheme === scheme).request;
}

/** The examples of an operation's successes. */
function examples(id) {
  const { responses } = operations.find((it) => it.operationId === id);
  return ["200", "201"].flatMap((status) =>
    Object.values(responses[status]?.content["application/json"].examples ?? {}).map(({ $ref, value }) =>
      $ref === undefined ? value : document.components.examples[$ref.split("/").at(-1)].value,
    ),
  );
}

async function ask({ method, path, headers, body }) {
  const sent = { method, headers, body: body === null ? undefined : JSON.stringify(body) };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, sent);
  return { status: answer.status, body: await answer.json() };
}

async function step(id) {
  const { status, body } = await ask(vector(id));
  if (status !== 200 && status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`);
  if (!examples(id).some((it) => isDeepStrictEqual(it, body))) throw new Error(`no example: ${JSON.stringify(body)}`);
}

async function refused() {
  const { status } = await ask({ ...vector("listTokens"), headers: {} });
  if (status !== 401) throw new Error(`${status}, not 401`);
}

/** Until the server takes connections. */
async function started(server) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    if (await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const server = spawn(process.execPath, command, { stdio: ["ignore", "inherit", "inherit"] });
try {
  await started(server);
  const outcomes = {};
  for (const [name, go] of [["refused", refused], ...Object.entries(STEPS).map(([name, id]) => [name, () => step(id)])]) {
    outcomes[name] = await go().then(() => "ok", (error) => String(error));
  }
  console.log(JSON.stringify(outcomes));
} finally {
  server.kill();
}
