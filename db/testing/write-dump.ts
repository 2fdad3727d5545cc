import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { dumpDatabase } from "./dump";

// Run by scripts/test/dump.mjs: keeps the database of OWNER_DATABASE_URL in a file. Prints what it wrote as JSON.

const [version = "", file = ""] = process.argv.slice(2);
const dump = await dumpDatabase(process.env.OWNER_DATABASE_URL ?? "", version);
writeFileSync(file, gzipSync(JSON.stringify(dump), { level: 9 }));
const rows = Object.values(dump.tables).reduce((sum, each) => sum + each.length, 0);
console.log(JSON.stringify({ file, rows }));
