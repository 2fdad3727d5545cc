import { requireNode } from "./setup/node-version.mjs";

if (requireNode()) import("../bench/run.mjs");
