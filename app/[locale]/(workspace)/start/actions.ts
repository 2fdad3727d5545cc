"use server";
import { openAction } from "@/lib/actions/action";
import { lookAtStart, start as startAccount } from "@/lib/auth/start";
import { startCodeSchema, startSchema } from "@/lib/domain/people/start-links";

// No session yet: the code is the proof, and those that are none are counted.

export const look = openAction({ name: "start.look", schema: startCodeSchema }, lookAtStart);
export const start = openAction({ name: "start.set", schema: startSchema }, startAccount);
