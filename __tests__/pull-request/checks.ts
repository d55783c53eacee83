import { emptyPlan } from '../../src/plan/plan.js';
import { runChecks } from '../../src/pull-request/check.js';
import type { Check, Mode, Progress } from '../../src/pull-request/check.js';
import { conversationChecks, greetingChecks } from '../../src/pull-request/conversation-checks.js';
import { entryChecks } from '../../src/pull-request/entry-checks.js';
import { historyChecks, integrationRequestChecks } from '../../src/pull-request/history-checks.js';
import { integrationChecks } from '../../src/pull-request/integration-checks.js';
import { issueChecks } from '../../src/pull-request/issue-checks.js';
import { landingChecks } from '../../src/pull-request/landing-checks.js';
import { approvalChecks, buildChecks } from '../../src/pull-request/readiness-checks.js';
import type { AllFacts } from '../builders/facts.js';

/** The checks of spec 3 that a report shows, in its order. */
export const reportedChecks: ReadonlyArray<Check<AllFacts>> = [
  ...entryChecks,
  ...greetingChecks,
  ...conversationChecks,
  ...historyChecks,
  ...issueChecks,
  ...integrationRequestChecks,
  ...integrationChecks,
  ...approvalChecks,
  ...buildChecks,
];

/** Every check of spec 3, in its order. */
export const everyCheck: ReadonlyArray<Check<AllFacts>> = [...reportedChecks, ...landingChecks];

const start: Progress = { records: [], outcome: null, over: false, notices: [], plan: emptyPlan };

/** The whole evaluation of a pull request whose facts are all known. A report lands nothing, so it does not look at that. */
export function examine(facts: AllFacts, mode: Mode = 'act'): Progress {
  return runChecks(start, mode === 'act' ? everyCheck : reportedChecks, facts, mode);
}

/** The name of the check that stops. */
export function stoppedBy({ records }: Progress): string | undefined {
  return records.find(({ state }) => state === 'stops')?.name;
}
