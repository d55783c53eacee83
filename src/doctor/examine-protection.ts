import type { DoctorFacts, ProtectionFacts, RuleFacts } from './facts.js';
import { listed } from './finding.js';
import type { Finding } from './finding.js';

/** Rules that stop a push as the robot makes it, by their names in GitHub's API. */
const hinders = new Map([
  ['creation', 'restricts creations'],
  ['update', 'restricts updates'],
  ['deletion', 'restricts deletions'],
  ['pull_request', 'requires a pull request'],
  ['required_status_checks', 'requires status checks, which commits about to be pushed do not have'],
  ['required_signatures', 'requires signed commits'],
  ['required_linear_history', 'requires a linear history, without merge commits'],
  ['required_deployments', 'requires deployments'],
  ['merge_queue', 'requires GitHub’s own merge queue'],
  ['workflows', 'requires workflows to pass'],
  ['code_scanning', 'requires code scanning results'],
]);

/** On version branches nobody needs to create or delete anything for a merge. */
const hindersMerges = (type: string) => hinders.has(type) && type !== 'creation' && type !== 'deletion';

/** May the robot push where it has to, and nobody merge past it? */
export function examineProtection(facts: DoctorFacts): readonly Finding[] {
  return [...(facts.settings.gateOnly ? [] : obstacles(facts.protection)), ...statusRequired(facts), ...unseen(facts.protection)];
}

interface Obstacle {
  readonly rulesetId: number | null;
  readonly bypass: string | null;
  readonly types: readonly string[];
  readonly branches: readonly string[];
  readonly purpose: ProtectionFacts['purpose'];
}

/** Of rules nothing is said twice: one finding for each ruleset and kind of branch. */
function obstacles(protection: readonly ProtectionFacts[]): readonly Finding[] {
  const found = new Map<string, Obstacle>();
  for (const { branch, purpose, rules } of protection) {
    for (const rule of rules.kind === 'seen' ? rules.value.filter((each) => isObstacle(each, purpose)) : []) {
      const key = `${String(rule.rulesetId)} ${purpose}`;
      const known = found.get(key);
      found.set(key, {
        rulesetId: rule.rulesetId,
        bypass: rule.bypass,
        purpose,
        types: [...new Set([...(known?.types ?? []), rule.type])],
        branches: [...new Set([...(known?.branches ?? []), branch])],
      });
    }
  }
  return [...found.values()].map(obstacle);
}

function isObstacle({ type, bypass }: RuleFacts, purpose: ProtectionFacts['purpose']): boolean {
  return (purpose === 'version' ? hindersMerges(type) : hinders.has(type)) && bypass !== 'always' && bypass !== 'exempt';
}

function obstacle({ rulesetId, bypass, types, branches, purpose }: Obstacle): Finding {
  const what = `${rulesetId === null ? 'A ruleset' : `Ruleset ${rulesetId}`} on ${places(purpose, branches)} ${listed(types.map((type) => hinders.get(type) ?? type))}`;
  const fix = `Under Settings → Rules → Rulesets, add the robot (its app or account) to the bypass list, as “always”${purpose === 'integration' ? '; or leave w/** out of the ruleset, for people resolve conflicts there' : ''}.`;
  return bypass === null
    ? {
        severity: 'note',
        problem: `${what}; GitHub does not tell this token whether the robot may bypass it.`,
        consequence: 'If it may not, its pushes there are refused (221).',
        fix: `See for yourself. ${fix}`,
      }
    : { severity: 'error', problem: `${what}, and the robot may not bypass it (${bypass}).`, consequence: `Its pushes there are refused (221): ${consequenceFor(purpose)}.`, fix };
}

function places(purpose: ProtectionFacts['purpose'], branches: readonly string[]): string {
  switch (purpose) {
    case 'version':
      return listed(branches);
    case 'integration':
      return 'the integration branches w/**';
    case 'queue':
      return 'the queue branches q/**';
  }
}

function consequenceFor(purpose: ProtectionFacts['purpose']): string {
  switch (purpose) {
    case 'version':
      return 'nothing merges';
    case 'integration':
      return 'nothing can be integrated with later versions';
    case 'queue':
      return 'nothing can be queued';
  }
}

function statusRequired({ protection, settings }: DoctorFacts): readonly Finding[] {
  const context = settings.statusContext.toLowerCase();
  const open = protection.filter(({ purpose, rules, classic }) => {
    if (purpose !== 'version' || rules.kind === 'unseen' || (classic !== null && classic.kind === 'unseen')) {
      return false;
    }
    const required = [...rules.value.flatMap(({ requiredContexts }) => requiredContexts), ...(classic?.value.requiredContexts ?? [])];
    return !required.some((name) => name.toLowerCase() === context);
  });
  return open.length === 0
    ? []
    : [
        {
          severity: 'warning',
          problem: `The status ${settings.statusContext} is not required on ${listed(open.map(({ branch }) => branch))}.`,
          consequence: settings.gateOnly
            ? 'Pull requests can be merged without the gate being green.'
            : 'Whoever has write access can merge past the robot by GitHub’s button: untested, and on one version only.',
          fix: `Under Settings → Rules → Rulesets, for development/** and hotfix/**, require the status check ${settings.statusContext}${settings.gateOnly ? '' : ', with the robot on the bypass list'}.`,
        },
      ];
}

function unseen(protection: readonly ProtectionFacts[]): readonly Finding[] {
  const rules = protection.flatMap(({ branch, rules: seen }) => (seen.kind === 'unseen' ? [{ branch, why: seen.why }] : []));
  const classic = protection.flatMap(({ branch, classic: seen }) => (seen?.kind === 'seen' && seen.value.enabled ? [branch] : []));
  return [
    ...(rules[0] === undefined
      ? []
      : [
          {
            severity: 'note' as const,
            problem: `The rules on ${listed(rules.map(({ branch }) => branch))} could not be seen: ${rules[0].why}`,
            consequence: 'Whether the robot may push there, and nobody past it, is not known.',
            fix: 'Compare Settings → Rules with docs/branch-protection.md.',
          },
        ]),
    ...(classic.length === 0
      ? []
      : [
          {
            severity: 'note' as const,
            problem: `${listed(classic)} ${classic.length === 1 ? 'has' : 'have'} classic branch protection, the details of which are shown to administrators only.`,
            consequence: 'If it restricts who may push, or requires pull requests or status checks of everybody, the robot’s pushes are refused (221).',
            fix: 'Under Settings → Branches, let the robot bypass the required pull requests, put it among those who may push, and leave “Do not allow bypassing the above settings” off; or use a ruleset with the robot on its bypass list.',
          },
        ]),
  ];
}
