import type { TestProject } from "vitest/node";
import { stopAll } from "../processes/processes.mjs";
import { makeTestFolder } from "./folder.mjs";
import { startTestServer } from "./server.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Clone `template` by way of `superUrl`. */
    testServer: Awaited<ReturnType<typeof startTestServer>>;
  }
}

/** vitest's global set-up: gives the integration tests the server of `npm test`, or one of their own. */
export default async function provideTestServer({ provide }: TestProject) {
  if (process.env.TEST_SERVER) {
    provide("testServer", JSON.parse(process.env.TEST_SERVER));
    return;
  }
  try {
    provide("testServer", await startTestServer(await makeTestFolder()));
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
}
