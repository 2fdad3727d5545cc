import { requireNode } from "./setup/node-version.mjs";

if (requireNode()) import("./test/properties.mjs");
