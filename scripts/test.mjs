import { requireNode } from "./setup/node-version.mjs";

if (requireNode()) import("./test/suites.mjs");
