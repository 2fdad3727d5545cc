import { requireNode } from "./node-version.mjs";

if (requireNode()) import("./test-random.mjs");
