import * as v from 'valibot';
import type { GivenApproval } from '../approvals/approvals.js';
import type { OptionInForce } from '../conversation/options.js';
import { options } from '../conversation/vocabulary.js';
import type { Sha } from '../ports/git.js';

/** Why a pull request was let into the queue: what the landing record says of it, whatever is deleted or dismissed until it merges. */
export interface Admission {
  readonly approvals: readonly GivenApproval[];
  readonly options: readonly OptionInForce[];
}

/** A marker is part of a comment, whose text comes first. Beyond this the record shows what stands at the merge. */
const longestText = 8_000;

const writtenAdmission = v.strictObject({
  approvals: v.array(v.strictTuple([v.string(), v.number(), v.nullable(v.string()), v.nullable(v.string())])),
  options: v.array(v.strictTuple([v.picklist(options.map(({ name }) => name)), v.nullable(v.number()), v.picklist(['comment', 'settings', 'input']), v.nullable(v.string()), v.number()])),
});

/** As the marker of message 125 keeps it. Null: too long for that. */
export function writeAdmission({ approvals, options: inForce }: Admission): string | null {
  const written: v.InferOutput<typeof writtenAdmission> = {
    approvals: approvals.map(({ login, reviewId, commit, submittedAt }) => [login, reviewId, commit, submittedAt]),
    options: inForce.map(({ option, pullRequest, setBy }) => [option, pullRequest, setBy.kind, setBy.kind === 'comment' ? setBy.author : null, setBy.kind === 'comment' ? setBy.commentId : 0]),
  };
  const text = JSON.stringify(written);
  return text.length > longestText ? null : text;
}

/**
 * What {@link writeAdmission} has written; null if it is anything else.
 *
 * @param head the commit of the source branch that was queued
 */
export function readAdmission(text: string, head: Sha): Admission | null {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), writtenAdmission), text);
  if (!read.success) {
    return null;
  }
  return {
    approvals: read.output.approvals.map(([login, reviewId, commit, submittedAt]) => ({ login, reviewId, commit, submittedAt, onHead: commit === head })),
    options: read.output.options.map(([option, pullRequest, kind, author, commentId]) => ({
      option,
      pullRequest,
      setBy: kind === 'comment' ? { kind, author, commentId } : { kind },
    })),
  };
}
