import { inlineCode } from '../../conversation/quote.js';
import { fenced } from './markdown.js';

/** Where a pull request lands, and by which branches; drawn in the summary and in the status report. */
export interface CascadePicture {
  readonly source: string;
  /** In cascade order; the first takes the source branch itself. */
  readonly steps: readonly CascadeStep[];
  readonly ignored: readonly string[];
  /** The destinations have moved: the merges into them are drawn too. */
  readonly landed: boolean;
}

export interface CascadeStep {
  readonly destination: string;
  /** Null for the first target. */
  readonly integrationBranch: string | null;
  readonly state: 'created' | 'updated' | 'unchanged' | 'conflict' | 'history-mismatch' | 'not-tried';
}

/** Names longer than this make the picture unreadable. */
const longestName = 60;
/** Mermaid refuses more than 500 edges and 50,000 characters; nobody reads a tenth of that. */
const mostSteps = 40;

/** The cascade as a Mermaid git graph in a code block, with a line about what is not in it. */
export function drawCascade(picture: CascadePicture): string {
  const steps = picture.steps.slice(0, mostSteps);
  const [first, ...later] = steps;
  if (first === undefined) {
    return '';
  }
  const names = uniqueNames([picture.source, ...steps.flatMap(({ destination, integrationBranch }) => [destination, ...(integrationBranch === null ? [] : [integrationBranch])])]);
  const nameOf = (branch: string) => names.get(branch) ?? branch;
  const source = nameOf(picture.source);
  const lines = [
    `%%{init: {'gitGraph': {'mainBranchName': '${nameOf(first.destination)}', 'showCommitLabel': false}}}%%`,
    'gitGraph',
    'commit',
    ...later.flatMap((step) => [`branch "${nameOf(step.destination)}"`, 'commit']),
    `checkout "${nameOf(first.destination)}"`,
    `branch "${source}"`,
    'commit',
    ...drawFirst(first),
    ...drawLater(later, source, nameOf),
    ...(picture.landed ? drawLanding(steps, source, nameOf) : []),
  ];
  return fenced('mermaid', lines);
}

/** The branches on which the pull request does not land, as a sentence; empty if there are none. */
export function ignoredBranches(ignored: readonly string[]): string {
  return ignored.length === 0 ? '' : `Not touched: ${ignored.slice(0, 50).map(inlineCode).join(', ')}${ignored.length > 50 ? ' …' : ''}.`;
}

/** The first target is merged on the source branch, if it conflicts. */
function drawFirst(first: CascadeStep): readonly string[] {
  return first.state === 'conflict' ? ['commit tag: "conflict" type: REVERSE'] : [];
}

/** Up to the first obstacle: what lies behind it was not tried. */
function drawLater(later: readonly CascadeStep[], source: string, nameOf: (branch: string) => string): readonly string[] {
  const lines: string[] = [];
  let previous = source;
  for (const step of later) {
    if (step.state === 'not-tried' || step.integrationBranch === null) {
      break;
    }
    const branch = nameOf(step.integrationBranch);
    lines.push(`checkout "${nameOf(step.destination)}"`, `branch "${branch}"`);
    lines.push(`merge "${previous}"${stateTag(step.state)}`);
    if (step.state === 'conflict' || step.state === 'history-mismatch') {
      break;
    }
    previous = branch;
  }
  return lines;
}

function stateTag(state: CascadeStep['state']): string {
  switch (state) {
    case 'conflict':
      return ' tag: "conflict" type: REVERSE';
    case 'history-mismatch':
      return ' tag: "history mismatch" type: REVERSE';
    case 'created':
    case 'updated':
      return ` tag: "${state}"`;
    case 'unchanged':
    case 'not-tried':
      return '';
  }
}

function drawLanding(steps: readonly CascadeStep[], source: string, nameOf: (branch: string) => string): readonly string[] {
  return steps.flatMap(({ destination, integrationBranch }) => [
    `checkout "${nameOf(destination)}"`,
    `merge "${integrationBranch === null ? source : nameOf(integrationBranch)}" tag: "landed" type: HIGHLIGHT`,
  ]);
}

/** Names that Mermaid takes in quotes and in its configuration, shortened, no two of them equal. */
function uniqueNames(branches: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const branch of branches) {
    if (names.has(branch)) {
      continue;
    }
    const plain = branch.replaceAll(/[^\p{L}\p{N}._/-]/gu, '_');
    const characters = Array.from(plain);
    const short = characters.length > longestName ? [...characters.slice(0, 40), '…', ...characters.slice(-19)].join('') : plain;
    let name = short;
    for (let copy = 2; taken.has(name); copy += 1) {
      name = `${short}_${copy}`;
    }
    taken.add(name);
    names.set(branch, name);
  }
  return names;
}
