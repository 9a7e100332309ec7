// The conformance steps with the client that @hey-api/openapi-ts makes.

import { readFileSync } from "node:fs";
import {
  authenticate,
  createSubscription,
  createToken,
  deleteAllTokens,
  deleteSubscription,
  deleteToken,
  listSubscriptions,
  listTokens,
  updateToken,
} from "./generated";
import { createClient, createConfig } from "./generated/client";
import type { Auth } from "./generated/core/auth.gen";

interface World {
  base_url: string;
  email: string;
  credentials: Record<string, string>;
}

const world: World = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const basic = world.credentials["basic"]!;
const [email, password] = basic.split(":");

// The generated code asks for a credential once for each scheme and sends every answer: the one
// that is meant has to be told from the others.
const meant: Record<string, (auth: Auth) => boolean> = {
  basic: (auth) => auth.scheme === "basic",
  bearer: (auth) => auth.scheme === "bearer",
  jwt: (auth) => auth.name === "X-Auth-Token",
  google: (auth) => auth.name === "X-Auth-Google-Token",
  facebook: (auth) => auth.name === "X-Auth-Facebook-Token",
  ha1b: (auth) => auth.name === "X-Auth-HA1B-Token",
};

/** A client that sends one credential in one place. */
function client(scheme: string, value = world.credentials[scheme]!) {
  const auth = (asked: Auth) => (meant[scheme]!(asked) ? value : undefined);
  return createClient(createConfig({ baseUrl: world.base_url, auth }));
}

function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

async function login(scheme: string) {
  const { data, error } = await authenticate({ client: client(scheme) });
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.email === world.email, "somebody else");
}

async function refused() {
  const stranger = client("basic", `${email}:not ${password}`);
  const { data, error } = await authenticate({ client: stranger });
  check(data === undefined && error !== undefined, "not refused");
  check(error.status === 401 && error.message === "Unauthorized", error.message);
}

const caller = client("basic");
let uuid = "";
let value = "";

async function create() {
  const body = { name: "conformance", ttl: 3600 };
  const { data, error } = await createToken({ client: caller, body });
  check(data !== undefined, error?.message ?? "no answer");
  ({ uuid, token: value } = data.payload);
  check(value.length === 48 && data.payload.name === "conformance", "another token");
}

async function list() {
  const { data, error } = await listTokens({ client: caller });
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.some((token) => token.uuid === uuid), "not listed");
}

async function update() {
  const path = { token: uuid };
  const { data, error } = await updateToken({ client: caller, path, body: { name: "renamed" } });
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.name === "renamed", "not renamed");
}

async function remove() {
  const { data, error } = await deleteToken({ client: caller, path: { token: value } });
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.name === "renamed", "another token");
}

async function removeAll() {
  const { data, error } = await deleteAllTokens({ client: caller });
  check(data !== undefined, error?.message ?? "no answer");
  const left = await listTokens({ client: caller });
  check(left.data?.payload.length === 0, "something is left");
}

let subscription = "";

async function subscribe() {
  const body = { channel: "wss", type: "auth" };
  const { data, error } = await createSubscription({ client: caller, body });
  check(data !== undefined, error?.message ?? "no answer");
  subscription = data.payload.uuid;
  check(data.payload.channel === "wss" && data.payload.type === "auth", "another subscription");
}

async function subscriptions() {
  const { data, error } = await listSubscriptions({ client: caller });
  check(data !== undefined, error?.message ?? "no answer");
  check(data.payload.some((one) => one.uuid === subscription), "not listed");
}

async function unsubscribe() {
  const path = { uuid: subscription };
  const { data, error } = await deleteSubscription({ client: caller, path });
  check(data !== undefined, error?.message ?? "no answer");
  const left = await listSubscriptions({ client: caller });
  check(left.data?.payload.length === 0, "something is left");
}

async function main() {
  const steps: [string, () => Promise<void>][] = [
    ...Object.keys(meant).map((scheme): [string, () => Promise<void>] => [
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
