"use server";
import { issueStartLink } from "@/db/mutations/people/start-links";
import { action } from "@/lib/actions/action";
import { issueStartLinkSchema } from "@/lib/domain/people/start-links";

export const issue = action(
  { permission: "start_link.issue", schema: issueStartLinkSchema },
  issueStartLink,
);
