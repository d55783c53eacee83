import type { BranchEvidence, BranchFacts } from '../builds/verdict.js';
import type { CascadeResult } from '../gitwaterflow/cascade.js';
import type { IntegrationTrial } from '../integration/trial.js';
import type { CheckRecord, Outcome, StatusReport } from '../outcomes/outcome.js';
import { emptyPlan, isEmptyPlan } from '../plan/plan.js';
import type { Plan } from '../plan/plan.js';
import { cascadePicture } from '../pull-request/cascade-picture.js';
import { runChecks } from '../pull-request/check.js';
import type { Check, Mode, Progress } from '../pull-request/check.js';
import { conversationChecks, greetingChecks } from '../pull-request/conversation-checks.js';
import { entryChecks } from '../pull-request/entry-checks.js';
import type { ConversationFacts, IntegrationFacts, Surroundings } from '../pull-request/facts.js';
import { historyChecks, integrationRequestChecks } from '../pull-request/history-checks.js';
import { issueChecks } from '../pull-request/issue-checks.js';
import { integrationChecks } from '../pull-request/integration-checks.js';
import { landingChecks } from '../pull-request/landing-checks.js';
import { approvalChecks, buildChecks, judgedBuilds } from '../pull-request/readiness-checks.js';
import { stillWaiting } from '../pull-request/settled.js';
import { findingOfCommand } from './commands.js';
import { observeConversation, observeHistory, observeIssue } from './observe-conversation.js';
import { observeEntry } from './observe-entry.js';
import { observeBuilds, observeIntegration, observeLive } from './observe-readiness.js';
import type { Ports } from './ports.js';
import type { HandlingRules } from './rules.js';
import type { SweepBranches } from './sweep-branches.js';

/** What one look at a pull request came to, before anything is done about it. */
export interface Evaluation {
  readonly outcome: Outcome;
  /** Messages besides the outcome's, in order. */
  readonly notices: readonly Outcome[];
  readonly plan: Plan;
  readonly records: readonly CheckRecord[];
  /** As far as they were read. */
  readonly facts: KnownFacts;
}

/** What the report and the messages need, as far as it was read. */
export interface KnownFacts extends Partial<ConversationFacts> {
  readonly cascade?: CascadeResult;
  readonly trial?: IntegrationTrial;
  readonly queuePlace?: { readonly position: number; readonly length: number } | null;
  /** What was found out about the builds; empty when they are bypassed. */
  readonly builds?: readonly BranchEvidence[];
}

const start: Progress = { records: [], outcome: null, over: false, notices: [], plan: emptyPlan };

/** Looks at a pull request and decides: in a sweep first whether it still waits, on branches that were listed before. */
export async function evaluatePullRequest(
  number: number,
  ports: Ports,
  surroundings: Surroundings,
  rules: HandlingRules,
): Promise<Evaluation> {
  const waiting = rules.sweepBranches === undefined ? null : await evaluateWaiting(number, ports, surroundings, rules, rules.sweepBranches);
  if (waiting !== null) {
    return waiting;
  }
  rules.sweepBranches?.forget();
  return evaluateWhole(number, ports, surroundings, rules);
}

/** The evaluation, if it comes to "still waiting" by what is known of the branches; null: look whole. Nothing is pushed on such knowledge. */
async function evaluateWaiting(number: number, ports: Ports, surroundings: Surroundings, rules: HandlingRules, branches: SweepBranches): Promise<Evaluation | null> {
  const entry = await observeEntry(number, ports, surroundings, () => branches.refs());
  if ('missing' in entry || entry.pullRequest.state === 'closed') return null;
  const entered = runChecks(start, entryChecks, entry, 'act');
  if (entered.over) return null;
  const conversation = await observeConversation(entry, ports, rules);
  const read = conversation.conversation.command === null ? runChecks(entered, [...greetingChecks, ...conversationChecks], conversation, 'act') : null;
  const waiting = read === null || read.over ? null : stillWaiting(conversation, read, checksBeforeApprovals);
  return waiting === null || !isEmptyPlan(waiting.plan) ? null : finish(waiting, 'act', conversation);
}

/**
 * Looks at a pull request from scratch and decides. The order of stages and checks is the policy of spec 3, top to
 * bottom; each stage reads only once the checks before it hold, so an evaluation that stops early costs little.
 */
async function evaluateWhole(
  number: number,
  ports: Ports,
  surroundings: Surroundings,
  rules: HandlingRules,
): Promise<Evaluation> {
  let mode: Mode = 'act';
  let progress = start;
  const pass = <Facts>(checks: ReadonlyArray<Check<Facts>>, facts: Facts): boolean => {
    progress = runChecks(progress, checks, facts, mode);
    return !progress.over;
  };
  const conclude = (facts: KnownFacts): Evaluation => finish(progress, mode, facts);

  const entry = await observeEntry(number, ports, surroundings);
  if ('missing' in entry) {
    const reason = entry.missing === 'no-parent' ? { kind: 'integration-pull-request-without-parent' as const } : { kind: entry.missing, number };
    return { outcome: { code: 302, reason }, notices: [], plan: emptyPlan, records: [], facts: {} };
  }
  if (!pass(entryChecks, entry)) return conclude(entry);

  const conversation = await observeConversation(entry, ports, rules);
  const command = conversation.conversation.command;
  if (command?.name === 'status') {
    mode = 'report';
  }
  if (!pass(greetingChecks, conversation)) return conclude(conversation);
  if (command !== null && command.name !== 'status') {
    const finding = await findingOfCommand(command, conversation, ports);
    pass([{ name: 'command', examine: () => finding }], conversation);
    return conclude(conversation);
  }
  if (!pass(conversationChecks, conversation)) return conclude(conversation);
  const waiting = mode === 'act' ? stillWaiting(conversation, progress, checksBeforeApprovals) : null;
  if (waiting !== null) {
    progress = waiting;
    return conclude(conversation);
  }

  const history = await observeHistory(conversation, ports);
  if (!pass(historyChecks, history)) return conclude(history);
  if (!pass(issueChecks, await observeIssue(history, ports))) return conclude(history);
  if (!pass(integrationRequestChecks, history)) return conclude(history);

  const integration = await observeIntegration(history, ports);
  if (!pass(integrationChecks, integration)) return conclude(integration);
  if (!pass(approvalChecks, integration)) return conclude(integration);

  const builds = await observeBuilds(integration, ports);
  const looked: KnownFacts = { ...builds, builds: evidenceOf(builds, builds.builds) };
  if (!pass(buildChecks, builds)) return conclude(looked);
  if (mode === 'report') return conclude(looked);

  const live = await observeLive(builds, ports);
  pass(landingChecks, live);
  return conclude({ ...live, builds: evidenceOf(live, live.liveBuilds) });
}

function evidenceOf(facts: IntegrationFacts, builds: readonly BranchFacts[]): readonly BranchEvidence[] {
  const verdict = judgedBuilds(facts, builds);
  return verdict.kind === 'skipped' ? [] : verdict.branches;
}

const checksBeforeApprovals: readonly string[] = [historyChecks, issueChecks, integrationRequestChecks, integrationChecks].flatMap((checks) => checks.map(({ name }) => name));

/** Every check in the order of spec 3, for reports that name those which were not reached. */
const everyCheck: readonly string[] = [
  entryChecks,
  greetingChecks,
  conversationChecks,
  historyChecks,
  issueChecks,
  integrationRequestChecks,
  integrationChecks,
  approvalChecks,
  buildChecks,
].flatMap((checks) => checks.map(({ name }) => name));

function finish(progress: Progress, mode: Mode, facts: KnownFacts): Evaluation {
  const reached = new Set(progress.records.map(({ name }) => name));
  const missed = everyCheck.filter((name) => !reached.has(name)).map((name): CheckRecord => ({ name, state: 'not-reached', detail: '' }));
  const records = [...progress.records, ...missed];
  if (mode === 'report') {
    const greeting = progress.notices.filter(({ code }) => code === 100);
    return { outcome: { code: 104, report: statusReport(records, facts) }, notices: greeting, plan: emptyPlan, records, facts };
  }
  if (progress.outcome === null) {
    throw new Error('The evaluation ended without an outcome: the last check must stop');
  }
  // The merge deletes the integration branches; where it comes at once, they never were.
  const notices = progress.outcome.code === 102 ? progress.notices.filter(({ code }) => code !== 121) : progress.notices;
  return { outcome: progress.outcome, notices, plan: progress.plan, records, facts };
}

function statusReport(checks: readonly CheckRecord[], facts: KnownFacts): StatusReport {
  const cascade = cascadePicture(facts, false);
  return {
    checks,
    ...(facts.builds === undefined ? {} : { builds: facts.builds }),
    ...(cascade === null ? {} : { cascade }),
    ...(facts.queuePlace === undefined || facts.queuePlace === null ? {} : { queue: facts.queuePlace }),
  };
}
