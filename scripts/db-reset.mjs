import { requireNode } from "./setup/node-version.mjs";

if (requireNode()) import("./site/reset-demo.mjs");
