import { examineBranches } from './examine-branches.js';
import { examineBuilds } from './examine-builds.js';
import { examineOtherRobots } from './examine-other-robots.js';
import { examineOwnWorkflow } from './examine-own-workflow.js';
import { examineProtection } from './examine-protection.js';
import { examineToken } from './examine-token.js';
import type { DoctorFacts } from './facts.js';
import { bySeverity, yaml } from './finding.js';
import type { Finding } from './finding.js';

/** Everything that stands in the robot's way, the worst first (spec 5, "doctor"). Empty: nothing does. */
export function examine(facts: DoctorFacts): readonly Finding[] {
  return bySeverity([
    ...examineToken(facts),
    ...examineProtection(facts),
    ...examineOwnWorkflow(facts),
    ...examineOtherRobots(facts),
    ...examineBuilds(facts),
    ...examineSettings(facts),
    ...examineBranches(facts),
  ]);
}

/** Malformed settings do not get here: they are outcome 220, with line and key, of every run. */
function examineSettings({ settingsFile, settings }: DoctorFacts): readonly Finding[] {
  return [
    ...(settingsFile === 'missing'
      ? [
          {
            severity: 'note' as const,
            problem: 'There is no settings file .github/bert-e.yml on the default branch, and every setting has its default value.',
            consequence: `The robot is ${settings.robot}, one approval is needed, and nobody is an admin.`,
            fix: 'Create .github/bert-e.yml on the default branch; docs/settings.md lists what can be in it.',
          },
        ]
      : []),
    ...(settingsFile !== 'missing' && settings.admins.length === 0
      ? [
          {
            severity: 'note' as const,
            problem: 'The setting admins is empty.',
            consequence: 'Nobody may use a bypass in a comment.',
            fix: 'Name people, or teams of the organization, in the settings:',
            code: yaml("admins: [alice, '@acme/release']"),
          },
        ]
      : []),
  ];
}
