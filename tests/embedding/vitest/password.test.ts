// A password of characters that `btoa` does not take.
import { expect, test } from "vitest";
import { basic, useSandbox } from "./sandbox.js";

const sandbox = useSandbox();

test("a password may have any characters", async () => {
  const user = { email: "zoë@example.com", password: "pässwörd 密码 🦀" };
  const made = await fetch(`${sandbox.control_url}/users`, {
    method: "POST",
    body: JSON.stringify(user),
  });
  expect(made.ok).toBe(true);
  const headers = { Authorization: basic(user.email, user.password) };
  const me = await fetch(`${sandbox.base_url}/rest/auth`, { headers });
  expect(me.status).toBe(200);
});
