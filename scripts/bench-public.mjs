import { requireNode } from "./setup/node-version.mjs";

if (requireNode()) import("../bench/public.mjs");
