// The conformance steps, each request and each answer of which three strict validators judge.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import addFormats from "ajv-formats";
import express from "express";
import validator from "express-openapi-validator";
import { OpenAPIBackend } from "openapi-backend";

const FILE = "generated/opentact.json";
const world = JSON.parse(readFileSync(process.argv[2], "utf8"));
const [email, password] = world.credentials.basic.split(":");

const HEADERS = {
  basic: (value) => ({ authorization: `Basic ${btoa(value)}` }),
  bearer: (value) => ({ authorization: `Bearer ${value}` }),
  jwt: (value) => ({ "x-auth-token": value }),
  google: (value) => ({ "x-auth-google-token": value }),
  facebook: (value) => ({ "x-auth-facebook-token": value }),
  ha1b: (value) => ({ "x-auth-ha1b-token": value }),
};

function check(holds, what) {
  if (!holds) throw new Error(what);
}

/** A server that passes requests on, with express-openapi-validator in front of it. */
async function gate(validateRequests) {
  const app = express();
  app.use(express.json());
  app.use(validator.middleware({ apiSpec: FILE, validateRequests, validateResponses: true }));
  app.use(async (request, response) => {
    const { path, method, headers } = request;
    const passed = Object.entries(headers).filter(([name]) => /^(authorization|x-auth-.*|content-type)$/.test(name));
    const body = request.body === undefined ? undefined : JSON.stringify(request.body);
    const answer = await fetch(world.base_url + path, { method, headers: passed, body });
    for (const name of ["www-authenticate", "retry-after"]) {
      if (answer.headers.has(name)) response.set(name, answer.headers.get(name));
    }
    response.status(answer.status).json(await answer.json());
  });
  app.use((error, _request, response, _next) => {
    response.status(599).json({ refusal: `express-openapi-validator: ${error.message}` });
  });
  const server = await new Promise((resolve) => {
    const server = app.listen(0, "127.0.0.1", () => resolve(server));
  });
  server.unref();
  return `http://127.0.0.1:${server.address().port}`;
}

const strict = await gate(true);
const lenient = await gate(false);

const backend = new OpenAPIBackend({ definition: FILE, strict: true, customizeAjv: (ajv) => addFormats(ajv) });
const started = await backend.init().then(() => "ok", (error) => `openapi-backend: ${error.message}`);

function backendSays(exchange) {
  if (started !== "ok") return started;
  const { method, path, headers, body, status, text, fits } = exchange;
  const operation = backend.router.matchOperation({ method, path, headers });
  const results = [backend.validateResponse(JSON.parse(text), operation, status)];
  if (fits) results.push(backend.validateRequest({ method, path, headers, body }, operation));
  const wrong = results.find((result) => !result.valid);
  return wrong ? `openapi-backend: ${JSON.stringify(wrong.errors)}` : "ok";
}

const core = spawn("packages/bin/python", ["judge.py"], { stdio: ["pipe", "pipe", "inherit"] });
const verdicts = createInterface({ input: core.stdout })[Symbol.asyncIterator]();

async function coreSays(exchange) {
  core.stdin.write(`${JSON.stringify(exchange)}\n`);
  const { value } = await verdicts.next();
  return value === "ok" ? value : `openapi-core: ${value}`;
}

/** Sends a request through the validators; a request that does not fit is for the sandbox to refuse. */
async function call(method, path, { headers = HEADERS.basic(world.credentials.basic), body, expected = 200, fits = true } = {}) {
  const sent = body === undefined ? headers : { ...headers, "content-type": "application/json" };
  const text = body === undefined ? null : JSON.stringify(body);
  const answer = await fetch((fits ? strict : lenient) + path, { method, headers: sent, body: text });
  const said = await answer.text();
  check(answer.status !== 599, JSON.parse(said).refusal);
  const exchange = {
    method, path, headers: sent, body: text, fits,
    status: answer.status, text: said, sent: Object.fromEntries(answer.headers),
  };
  for (const verdict of [backendSays(exchange), await coreSays(exchange)]) check(verdict === "ok", verdict);
  check(answer.status === expected, `${answer.status}: ${said}`);
  return JSON.parse(said);
}

const login = (scheme) => async () => {
  const { payload } = await call("GET", "/rest/auth", { headers: HEADERS[scheme](world.credentials[scheme]) });
  check(payload.email === world.email, "somebody else");
};

let token;
let subscription;

const steps = {
  refused: async () => {
    const headers = HEADERS.basic(`${email}:not ${password}`);
    const refusal = await call("GET", "/rest/auth", { headers, expected: 401 });
    check(refusal.message === "Unauthorized", refusal.message);
  },
  create: async () => {
    const refusal = await call("POST", "/rest/token", { body: { name: "", ttl: 1 }, expected: 400, fits: false });
    check("params.ttl" in refusal.fields, "another refusal");
    ({ payload: token } = await call("POST", "/rest/token", { body: { name: "conformance", ttl: 3600 }, expected: 201 }));
  },
  list: async () => {
    const { payload } = await call("GET", "/rest/token/list");
    check(payload.some(({ uuid }) => uuid === token.uuid), "not listed");
  },
  update: async () => {
    const { payload } = await call("PATCH", `/rest/token/${token.uuid}`, { body: { name: "renamed" } });
    check(payload.name === "renamed", "not renamed");
  },
  delete: async () => {
    const { payload } = await call("DELETE", `/rest/token/${token.token}`);
    check(payload.name === "renamed", "another token");
  },
  "delete all": async () => {
    await call("DELETE", "/rest/token/all");
    check((await call("GET", "/rest/token/list")).payload.length === 0, "something is left");
  },
  subscribe: async () => {
    const body = { channel: "wss", type: "auth" };
    ({ payload: subscription } = await call("POST", "/rest/event/subscription", { body, expected: 201 }));
  },
  subscriptions: async () => {
    const { payload } = await call("GET", "/rest/event/subscription");
    check(payload.some(({ uuid }) => uuid === subscription.uuid), "not listed");
  },
  unsubscribe: async () => {
    await call("DELETE", `/rest/event/subscription/${subscription.uuid}`);
    check((await call("GET", "/rest/event/subscription")).payload.length === 0, "something is left");
  },
};

const outcomes = {};
const logins = Object.keys(HEADERS).map((scheme) => [`login ${scheme}`, login(scheme)]);
for (const [name, step] of [...logins, ...Object.entries(steps)]) {
  outcomes[name] = await step().then(() => "ok", (error) => String(error));
}
console.log(JSON.stringify(outcomes));
core.stdin.end();
