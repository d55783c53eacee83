import { developmentBranches } from '../gitwaterflow/cascade.js';
import { parseBranchName } from '../gitwaterflow/branch-name.js';
import { knownVersions, tagsReleasing } from '../gitwaterflow/target-version.js';
import { formatVersion } from '../gitwaterflow/version.js';
import type { DoctorFacts } from './facts.js';
import { listed } from './finding.js';
import type { Finding } from './finding.js';

/** The version branches and the queue: do they hold together, and are they what their names and tags say? */
export function examineBranches(facts: DoctorFacts): readonly Finding[] {
  const development = developmentBranches([...facts.refs.branches.keys()]);
  if (development.length === 0) {
    return [
      {
        severity: 'error',
        problem: 'There is no development branch.',
        consequence: 'No pull request has a destination that the robot handles.',
        fix: 'Create the oldest version that is still maintained, for instance with the command create-branch: branch development/1.0, branch-from the default branch.',
      },
      ...misnamed(facts),
    ];
  }
  return [...gaps(facts), ...releases(facts), ...misnamed(facts), ...examineQueue(facts)];
}

function gaps({ refs, graph }: DoctorFacts): readonly Finding[] {
  const names = developmentBranches([...refs.branches.keys()]).map(({ name }) => name);
  return names.slice(1).flatMap((newer, index): readonly Finding[] => {
    const older = names[index] ?? '';
    return graph.contains(refs.branches.get(newer) ?? '', refs.branches.get(older) ?? '')
      ? []
      : [
          {
            severity: 'error',
            problem: `${newer} does not include ${older}.`,
            consequence: 'Nothing lands on any version as long as that is so (210).',
            fix: `Merge ${older} into ${newer} and push, as an administrator who may bypass the rules, and then the versions after it:`,
            code: { language: 'sh' as const, lines: [`git checkout ${newer}`, `git merge origin/${older}`, `git push origin ${newer}`] },
          },
        ];
  });
}

function releases({ refs }: DoctorFacts): readonly Finding[] {
  const tags = knownVersions({ development: [], hotfixes: [], tags: [...refs.tags.keys()] });
  return developmentBranches([...refs.branches.keys()]).flatMap(({ name, version }): readonly Finding[] => {
    const [tag] = tagsReleasing(version, tags);
    const text = formatVersion(version);
    if (tag !== undefined) {
      return [
        {
          severity: 'error',
          problem: `${name} exists, but the tag ${tag} says that ${text} is released.`,
          consequence: `Pull requests to it and to every version before it stop with outcome 204.`,
          fix: `Corrections of ${text} go to hotfix/${text}. Once nothing on the branch is missing in the next version, delete it:`,
          code: { language: 'sh', lines: [`git push origin --delete refs/heads/${name}`] },
        },
      ];
    }
    return refs.tags.has(text)
      ? [
          {
            severity: 'warning',
            problem: `${name} exists, and so does the tag ${text}, which marks an archived version.`,
            consequence: 'delete-branch will refuse to archive it a second time.',
            fix: `If the branch is to stay, rename the tag ${text}; if it was to go, delete the branch.`,
          },
        ]
      : [];
  });
}

/** Names that look like version branches and are none. */
function misnamed({ refs }: DoctorFacts): readonly Finding[] {
  const names = [...refs.branches.keys()].filter((name) => {
    const kind = parseBranchName(name)?.kind;
    return (name.startsWith('development/') && kind !== 'development') || kind === 'legacy-hotfix';
  });
  return names.length === 0
    ? []
    : [
        {
          severity: 'warning',
          problem: `${listed(names.sort())} ${names.length === 1 ? 'is no version branch' : 'are no version branches'}, although the name looks like one.`,
          consequence: 'Such a branch is no part of the cascade, and pull requests to it are left alone (207, 301).',
          fix: 'Rename it: development/X, development/X.Y or development/X.Y.Z, hotfix/X.Y.Z, numbers without leading zeros; or delete it.',
        },
      ];
}

function examineQueue({ settings, queue }: DoctorFacts): readonly Finding[] {
  if (!settings.useQueues) {
    return queue.branches.length === 0
      ? []
      : [
          {
            severity: 'note',
            problem: `use_queues is off, but queue branches are left: ${listed(queue.branches)}.`,
            consequence: 'Nobody looks at them any more.',
            fix: 'Delete them by hand, once no commit on them is missing elsewhere.',
          },
        ];
  }
  const [first] = queue.problems;
  if (first === undefined) {
    return [];
  }
  const what = listed(queue.problems.map(({ rule, detail }) => `${rule}: ${detail}`));
  const lost = queue.lostByRebuild.map(({ branch, commits }) => `${branch} (${commits.map(({ sha }) => sha.slice(0, 12)).join(', ')})`);
  return [
    {
      severity: 'error',
      problem: `The queue contradicts itself. ${what}.`,
      consequence: lost.length > 0 || settings.queueRecovery === 'block' ? 'Nothing is queued or merged (127, 214) until somebody acts.' : 'Nothing merges until the queue is rebuilt.',
      fix:
        lost.length > 0
          ? `Commits of people are there and nowhere else, ${listed(lost)}: put them on a branch of their own (git branch rescue <commit>), push it, then start the command rebuild-queues.`
          : 'Start the command rebuild-queues. Nobody but the robot should push to q/**: a ruleset can see to that.',
    },
  ];
}
