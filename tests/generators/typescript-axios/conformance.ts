// The conformance steps with the client that openapi-generator makes for TypeScript and axios.

import { readFileSync } from "node:fs";
import { isAxiosError } from "axios";
import { AuthApi, Configuration, SubscriptionsApi, TokensApi, type ErrorResponse } from "./generated";

interface World {
  base_url: string;
  email: string;
  credentials: Record<string, string>;
}

const world: World = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const [username, password] = world.credentials["basic"]!.split(":") as [string, string];
let token = "";

/** The password where an operation takes Basic, the token where it takes Bearer. */
function configuration(password: string) {
  return new Configuration({ basePath: world.base_url, username, password, accessToken: () => token });
}

function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

const caller = configuration(password);
const auth = new AuthApi(caller);
const tokens = new TokensApi(caller);
const subscriptions = new SubscriptionsApi(caller);
let uuid = "";
let subscription = "";

async function create() {
  return (await tokens.createToken({ name: "conformance", ttl: 3600 })).data.payload;
}

const steps: Record<string, () => Promise<void>> = {
  async "login basic"() {
    check((await auth.authenticate()).data.payload.email === world.email, "somebody else");
  },
  async refused() {
    const error: unknown = await new AuthApi(configuration(`not ${password}`)).authenticate().catch((error) => error);
    check(isAxiosError<ErrorResponse>(error), "not refused");
    const { status, data } = error.response!;
    check(status === 401 && data.status === 401 && data.message === "Unauthorized", data.message);
  },
  async create() {
    ({ token, uuid } = await create());
    check(token.length === 48, "another token");
  },
  async list() {
    check((await tokens.listTokens()).data.payload.some((one) => one.uuid === uuid), "not listed");
  },
  async update() {
    check((await tokens.updateToken(uuid, { name: "renamed" })).data.payload.name === "renamed", "not renamed");
  },
  async delete() {
    const { data } = await tokens.deleteToken((await create()).token);
    check(data.payload.name === "conformance", "another token");
  },
  async "delete all"() {
    await tokens.deleteAllTokens();
    ({ token, uuid } = await create());
    const { payload } = (await tokens.listTokens()).data;
    check(payload.length === 1 && payload[0]!.uuid === uuid, "something is left");
  },
  async subscribe() {
    const { payload } = (await subscriptions.createSubscription({ channel: "wss", type: "auth" })).data;
    check(payload.channel === "wss" && payload.type === "auth", "another subscription");
    subscription = payload.uuid;
  },
  async subscriptions() {
    const { payload } = (await subscriptions.listSubscriptions()).data;
    check(payload.some((one) => one.uuid === subscription), "not listed");
  },
  async unsubscribe() {
    await subscriptions.deleteSubscription(subscription);
    check((await subscriptions.listSubscriptions()).data.payload.length === 0, "something is left");
  },
};

async function main() {
  const outcomes: Record<string, string> = {};
  for (const [name, step] of Object.entries(steps)) {
    outcomes[name] = await step().then(() => "ok", (error) => String(error));
  }
  console.log(JSON.stringify(outcomes));
}

void main();
