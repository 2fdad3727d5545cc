import { explain, Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";

/**
 * Attacks that take longer than a test may: each a module whose default export runs one by itself, bounded and on the
 * loopback only, is given `say` to tell how far it is, and returns { failures, figures }, both lists of sentences.
 */
const attacks = {
  bodies: () => import("./bodies.mjs"),
  slow: () => import("./slow.mjs"),
  "sign-ins": () => import("./sign-ins.mjs"),
  kills: () => import("./kills.mjs"),
  "full-disk": () => import("./full-disk.mjs"),
};

/** `npm run test:attacks`: all of them, or those that are named. The last line is "N passed, N failed". */
export default async function runAttacks(names) {
  const unknown = names.find((name) => !Object.hasOwn(attacks, name));
  if (unknown) {
    const known = Object.keys(attacks).join(" | ");
    throw new Failure(say("attack.unknown", { name: unknown, known }));
  }
  const total = { passed: 0, failed: 0 };
  for (const name of names.length > 0 ? names : Object.keys(attacks)) {
    const { failures, figures } = await run(name);
    for (const line of [...figures, ...failures.map((failure) => `✗ ${failure}`)])
      console.log(`  ${line}`);
    const mark = failures.length > 0 ? "✗" : "✓";
    console.log(`${mark} ${name}`);
    total[failures.length > 0 ? "failed" : "passed"] += 1;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

async function run(name) {
  try {
    const { default: attack } = await attacks[name]();
    return await attack({ say: (line) => console.log(`· ${name}: ${line}`) });
  } catch (error) {
    return { failures: [explain(error)], figures: [] };
  }
}
