// The conformance steps with openapi-fetch, on the types that openapi-typescript makes.

import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "./generated/schema";

interface World {
  base_url: string;
  email: string;
  credentials: Record<string, string>;
}

const world: World = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const basic = world.credentials["basic"]!;
const [email, password] = basic.split(":");

// The types know the paths and the bodies; credentials are headers that the caller names.
const headers: Record<string, (value: string) => Record<string, string>> = {
  basic: (value) => ({ Authorization: `Basic ${btoa(value)}` }),
  bearer: (value) => ({ Authorization: `Bearer ${value}` }),
  jwt: (value) => ({ "X-Auth-Token": value }),
  google: (value) => ({ "X-Auth-Google-Token": value }),
  facebook: (value) => ({ "X-Auth-Facebook-Token": value }),
  ha1b: (value) => ({ "X-Auth-HA1B-Token": value }),
};

/** A client that sends one credential in one place. */
function client(scheme: string, value = world.credentials[scheme]!) {
  return createClient<paths>({ baseUrl: world.base_url, headers: headers[scheme]!(value) });
}

function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

async function login(scheme: string) {
  const { data, error } = await client(scheme).GET("/rest/auth");
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.email === world.email, "somebody else");
}

async function refused() {
  const { data, error } = await client("basic", `${email}:not ${password}`).GET("/rest/auth");
  check(data === undefined && error !== undefined, "not refused");
  check(error.status === 401 && error.message === "Unauthorized", error.message);
}

const caller = client("basic");
let uuid = "";
let value = "";

async function create() {
  const body = { name: "conformance", ttl: 3600 };
  const { data, error } = await caller.POST("/rest/token", { body });
  check(data !== undefined, error?.message ?? "no answer");
  ({ uuid, token: value } = data.payload);
  check(value.length === 48 && data.payload.name === "conformance", "another token");
}

async function list() {
  const { data, error } = await caller.GET("/rest/token/list");
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.some((token) => token.uuid === uuid), "not listed");
}

async function update() {
  const { data, error } = await caller.PATCH("/rest/token/{token}", {
    params: { path: { token: uuid } },
    body: { name: "renamed" },
  });
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.name === "renamed", "not renamed");
}

async function remove() {
  const { data, error } = await caller.DELETE("/rest/token/{token}", {
    params: { path: { token: value } },
  });
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.name === "renamed", "another token");
}

async function removeAll() {
  const { data, error } = await caller.DELETE("/rest/token/all");
  check(data !== undefined, error?.message ?? "no answer");
  const left = await caller.GET("/rest/token/list");
  check(left.data?.payload.length === 0, "something is left");
}

let subscription = "";

async function subscribe() {
  const body = { channel: "wss", type: "auth" };
  const { data, error } = await caller.POST("/rest/event/subscription", { body });
  check(data !== undefined, error?.message ?? "no answer");
  subscription = data.payload.uuid;
  check(data.payload.channel === "wss" && data.payload.type === "auth", "another subscription");
}

async function subscriptions() {
  const { data, error } = await caller.GET("/rest/event/subscription");
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.some((one) => one.uuid === subscription), "not listed");
}

async function unsubscribe() {
  const { data, error } = await caller.DELETE("/rest/event/subscription/{uuid}", {
    params: { path: { uuid: subscription } },
  });
  check(data !== undefined, error?.message ?? "no answer");
  const left = await caller.GET("/rest/event/subscription");
  check(left.data?.payload.length === 0, "something is left");
}

async function main() {
  const steps: [string, () => Promise<void>][] = [
    ...Object.keys(headers).map((scheme): [string, () => Promise<void>] => [
      `login ${scheme}`,
      () => login(scheme),
    ]),
    ["refused", refused],
    ["create", create],
    ["list", list],
    ["update", update],
    ["delete", remove],
    ["delete all", removeAll],
    ["subscribe", subscribe],
    ["subscriptions", subscriptions],
    ["unsubscribe", unsubscribe],
  ];
  const outcomes: Record<string, string> = {};
  for (const [name, step] of steps) {
    outcomes[name] = await step().then(() => "ok", (error) => String(error));
  }
  console.log(JSON.stringify(outcomes));
}

void main();
