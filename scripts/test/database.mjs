import { stopAll } from "../processes/processes.mjs";
import { makeTestFolder, removeTestFolder } from "./folder.mjs";
import { startTestServer } from "./server.mjs";

/** vitest's global set-up: gives the integration tests the server of `npm test`, or one of their own. */
export default async function provideTestServer({ provide }) {
  if (process.env.TEST_SERVER) {
    provide("testServer", JSON.parse(process.env.TEST_SERVER));
    return;
  }
  const folder = await makeTestFolder();
  const end = async () => {
    await stopAll();
    removeTestFolder(folder);
  };
  try {
    provide("testServer", await startTestServer(folder));
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}
