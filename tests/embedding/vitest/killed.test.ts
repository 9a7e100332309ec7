// The process that started the sandbox is killed, so that no hook ends it.
import { test } from "vitest";
import { useSandbox } from "./sandbox.js";

useSandbox();

test("that never ends", () => {
  process.kill(process.pid, "SIGKILL");
});
