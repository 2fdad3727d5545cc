import { requireNode } from "./node-version.mjs";

if (requireNode()) import("./publish-edition.mjs");
