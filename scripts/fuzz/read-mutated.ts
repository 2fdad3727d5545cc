import { mutatedFile, readOne } from "./readers";

// A process beside `npm run test:fuzz`: reads the mutated files of one kind from one number to another, and tells its parent
// of each before ({ begun }) and after it ({ ended, outcome, cpu, memory } or { ended, error }). What ends or hangs it is seen there.

const [kind = "", seed, from, to] = process.argv.slice(2);
const say = (message: object) => process.send?.(message);

for (let number = Number(from); number < Number(to); number++) {
  const bytes = mutatedFile(kind, Number(seed), number);
  say({ begun: number });
  const before = process.cpuUsage();
  try {
    const outcome = await readOne(kind, bytes);
    // What a reader leaves undone shows before it is said to have ended.
    await new Promise(setImmediate);
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1000;
    say({ ended: number, outcome, cpu, memory: process.memoryUsage.rss() });
  } catch (error) {
    say({ ended: number, error: error instanceof Error ? error.stack : String(error) });
  }
}
process.disconnect?.();
