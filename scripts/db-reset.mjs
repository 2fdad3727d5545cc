import { requireNode } from "./node-version.mjs";

if (requireNode()) import("./reset-demo.mjs");
