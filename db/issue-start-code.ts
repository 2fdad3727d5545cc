import { z } from "zod";
import { issueAtMachine } from "@/db/mutations/people/start-links";
import { connect } from "./client";

// One process for the operator's `npm run start-code`: prints one line of JSON, the code and its last day, or null.

const { OWNER_DATABASE_URL } = z.object({ OWNER_DATABASE_URL: z.url() }).parse(process.env);
const username = z.string().min(1).parse(process.argv[2]);
const { db, close } = connect(OWNER_DATABASE_URL, 1);
try {
  console.log(JSON.stringify(await issueAtMachine(db, username, new Date())));
} finally {
  await close();
}
