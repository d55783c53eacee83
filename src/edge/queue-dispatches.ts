import { unstartedWorkflows } from '../builds/unstarted-workflows.js';
import type { Plan } from '../plan/plan.js';
import type { Surroundings } from '../pull-request/facts.js';
import { judgeRules } from '../pull-request/readiness-checks.js';
import { queueEntryKey } from '../queue/mergeable.js';
import type { QueueMember } from '../queue/order.js';
import { branchNamesOf } from '../queue/states.js';
import type { QueueBuilds } from '../queue/states.js';
import type { Ports } from './ports.js';

/**
 * What the robot should have started on queue branches and did not: a run that ended between its push and its dispatches
 * leaves branches that nothing will ever build (spec 6, rules 6 and 7). Only entries whose builds were read, and were not
 * begun, are looked at; all others are vouched for, or of no concern yet.
 */
export async function missedQueueDispatches(
  members: readonly QueueMember[],
  builds: QueueBuilds,
  { github }: Ports,
  surroundings: Surroundings,
): Promise<Plan['dispatches']> {
  const { dispatch, queueAcceptsIntegrationBuilds } = surroundings.settings;
  if (builds.kind !== 'asked' || dispatch.length === 0) {
    return [];
  }
  const waiting = members.flatMap((member) =>
    member.entries
      .filter(({ pullRequest, version }) => builds.evidence.get(queueEntryKey(pullRequest, version))?.state === 'not-started')
      .map((entry) => ({ entry, names: branchNamesOf(entry, member, queueAcceptsIntegrationBuilds) })),
  );
  const missed = await Promise.all(
    waiting.map(async ({ entry, names }) => {
      const runs = await github.workflowRuns(entry.tip);
      return unstartedWorkflows(judgeRules(surroundings), { runs, commit: entry.tip, branches: names }).map((workflow) => ({ workflow, branch: entry.branch }));
    }),
  );
  return missed.flat();
}
