import type { Task, TaskList } from "graphile-worker";
import { z } from "zod";
import { announce } from "@/db/mutations/announce";
import { remindEverybody } from "@/db/mutations/remind";
import { tidy } from "@/db/mutations/tidy";
import { currentTime } from "./clock";
import { describeError } from "./log";
import { mailPerson } from "./mail";

/** Reminders every hour, one run at a time; the day's tidying at 3:30 in Shanghai. Cron counts in UTC. */
export const crontab = ["0 * * * * remind ?jobKey=remind", "30 19 * * * tidy"].join("\n");

/** The background jobs (后台任务) by name. Each can be run again at any time, because the queue may. */
export const jobs: TaskList = {
  announce: job(z.object({ outboxId: z.uuid() }), async ({ outboxId }) =>
    announce(outboxId, await currentTime()),
  ),
  mail: job(z.object({ userId: z.uuid() }), ({ userId }) => mailPerson(userId)),
  remind: job(z.unknown(), async () => remindEverybody(await currentTime())),
  tidy: job(z.unknown(), tidy),
};

/** What a job throws is logged and kept by the queue, so it says as little as our logs do. */
function job<Payload>(schema: z.ZodType<Payload>, work: (payload: Payload) => Promise<void>): Task {
  return async (payload) => {
    try {
      await work(schema.parse(payload));
    } catch (error) {
      const { message, code } = describeError(error);
      throw new Error(code ? `${message} (${code})` : message);
    }
  };
}
