import { requireNode } from "./node-version.mjs";

// Loaded only after the check: an older Node could not even parse it.
if (requireNode()) import("./start-site.mjs");
