import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { contentKey, markerLine, markerOfDescription } from '../conversation/marker.js';
import type { IntegrationStep } from '../integration/trial.js';
import type { NewPullRequest, PullRequest } from '../ports/github.js';

/** GitHub's limit for titles; a longer one, or one with a line break, is answered with 422. */
const maximalTitleLength = 256;

/** The pull request of one integration branch (spec 3, step 16). Its description marks the parent for machines, and holds nothing that people wrote. */
export function integrationPullRequest(parent: PullRequest, step: IntegrationStep): NewPullRequest {
  const title = `INTEGRATION [PR#${parent.number} > ${step.destination}] ${parent.title}`.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const body = [
    `This pull request shows how #${parent.number} looks on \`${step.destination}\`.`,
    '',
    `It is merged and closed together with #${parent.number}. Please review and comment there: options and commands in comments here are not read. To resolve a conflict, push to this branch.`,
    '',
    markerLine({ code: 121, key: contentKey(step.branch), data: { parent: String(parent.number) } }),
  ].join('\n');
  return { title: cut(title, maximalTitleLength), body, head: step.branch, base: step.destination };
}

/** The number of the parent; null if this is no integration pull request of the robot. */
export function parentOf(pullRequest: PullRequest, robot: string): number | null {
  if (parseBranchName(pullRequest.head.branch)?.kind !== 'integration') {
    return null;
  }
  const parent = markerOfDescription(pullRequest, robot)?.data.parent;
  return parent !== undefined && /^[1-9][0-9]{0,14}$/.test(parent) ? Number(parent) : null;
}

/** Cut before the limit, and never within a character that takes two units. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
