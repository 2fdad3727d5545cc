"use server";
import { postComment } from "@/db/mutations/comments";
import { action } from "@/lib/actions/action";
import { commentSchema } from "@/lib/domain/comments";

export const comment = action({ permission: "comment.write", schema: commentSchema }, postComment);
