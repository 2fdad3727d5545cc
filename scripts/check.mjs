import { requireNode } from "./node-version.mjs";

if (requireNode()) import("./check-all.mjs");
