import { requireNode } from "./setup/node-version.mjs";

// Loaded only after the check: an older Node could not even parse it.
if (requireNode()) import("./site/start-site.mjs");
