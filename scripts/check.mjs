import { requireNode } from "./setup/node-version.mjs";

if (requireNode()) import("./test/check-all.mjs");
