import type { CascadeResult } from '../gitwaterflow/cascade.js';
import type { IntegrationTrial } from '../integration/trial.js';
import type { CascadePicture, CascadeStep } from '../outcomes/messages/cascade-picture.js';
import type { PullRequest } from '../ports/github.js';

/** What an evaluation found out about the cascade, as far as it got. */
export interface CascadeFacts {
  readonly pullRequest?: PullRequest;
  readonly cascade?: CascadeResult;
  readonly trial?: IntegrationTrial;
}

/** The cascade as the summary and the status report draw it; null until it was looked at. */
export function cascadePicture({ cascade, trial, pullRequest }: CascadeFacts, landed: boolean): CascadePicture | null {
  if (cascade?.kind !== 'cascade' || pullRequest === undefined) {
    return null;
  }
  const obstacle = trial?.obstacle ?? null;
  const [first, ...later] = cascade.targets;
  const steps = later.map(({ branch }): CascadeStep => {
    const step = trial?.steps.find(({ destination }) => destination === branch);
    return { destination: branch, integrationBranch: step?.branch ?? null, state: step?.kind ?? 'not-tried' };
  });
  const blocked = steps.findIndex(({ state }) => state === 'not-tried');
  if (obstacle !== null && blocked !== -1) {
    const name = obstacle.kind === 'conflict' ? obstacle.conflict.branch : obstacle.integrationBranch;
    steps.splice(blocked, 1, { destination: steps[blocked]?.destination ?? '', integrationBranch: name, state: obstacle.kind });
  }
  const onSource = obstacle?.kind === 'conflict' && obstacle.conflict.where === 'source';
  return {
    source: pullRequest.head.branch,
    steps: [{ destination: first.branch, integrationBranch: null, state: onSource ? 'conflict' : trial === undefined ? 'not-tried' : 'unchanged' }, ...(onSource ? [] : steps)],
    ignored: cascade.ignored,
    landed,
  };
}
