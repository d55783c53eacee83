import type { DoctorFacts } from './facts.js';
import { listed } from './finding.js';
import type { Finding } from './finding.js';
import type { WorkflowFile } from './workflow-file.js';

/**
 * Only the workflow a run belongs to is its own (spec 2, rule 5): runs of another file that runs the robot as well count
 * like any build. Files that are only started by hand or by other workflows have no runs that count.
 */
export function examineOtherRobots({ workflows }: DoctorFacts): readonly Finding[] {
  const { ownPath, files } = workflows;
  const robots = files.filter((file) => file.path === ownPath || (file.robotToken !== null && startsByEvents(file))).map(({ path }) => path);
  if (robots.length < 2) {
    return [];
  }
  return [
    {
      severity: 'warning',
      problem: `Several workflow files run the robot: ${listed(robots)}.`,
      consequence: 'A run of the robot leaves out the runs of its own file only, so those of the other file count as builds: they hold pull requests up, or fail them.',
      fix: `Keep the robot in one workflow file, with all triggers in it${ownPath === '' ? '' : `: ${ownPath}`}.`,
    },
  ];
}

function startsByEvents({ triggers }: WorkflowFile): boolean {
  return [...triggers.keys()].some((event) => event !== 'workflow_dispatch' && event !== 'workflow_call');
}
