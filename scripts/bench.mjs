import { requireNode } from "./node-version.mjs";

if (requireNode()) import("../bench/run.mjs");
