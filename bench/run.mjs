import { testFacts } from "../scripts/test/server.mjs";
import { measurePages } from "./pages.mjs";
import { serveSeededSite } from "./seeded-site.mjs";

/** `npm run bench`: how long the server needs for each page. */
export default async function bench() {
  const { env } = await serveSeededSite();
  return measurePages(env.PUBLIC_URL, testFacts.demoPassword);
}
