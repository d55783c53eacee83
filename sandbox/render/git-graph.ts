/**
 * Mermaid's `gitGraph`, the part of it the robot's summaries use: `commit` (`id`, `tag`, `type`, `msg`), `branch` (`order`
 * ignored), `checkout`/`switch`, `merge`, `%%` comments. Of an `%%{init …}%%` line or a front matter only `mainBranchName` is
 * read. Strict where Mermaid is: what it would refuse on github.com is an error here, with the line.
 */

export type CommitType = 'normal' | 'highlight' | 'reverse';

export interface GraphNode {
  readonly id: string;
  /** False when Mermaid would have made the id up; it is then not worth a label. */
  readonly named: boolean;
  readonly branch: string;
  readonly tags: readonly string[];
  readonly type: CommitType;
  /** Indexes of earlier nodes; the second one is what was merged. */
  readonly parents: readonly number[];
}

export interface GitGraph {
  readonly direction: 'LR' | 'TB';
  /** In the order of their lanes. */
  readonly branches: readonly string[];
  readonly nodes: readonly GraphNode[];
}

export type GitGraphResult =
  | { readonly kind: 'graph'; readonly graph: GitGraph }
  | { readonly kind: 'not-a-git-graph' }
  | { readonly kind: 'invalid'; readonly line: number; readonly reason: string };

interface Drawing {
  readonly nodes: GraphNode[];
  /** Branch → index of its tip; null before the first commit. */
  readonly tips: Map<string, number | null>;
  current: string;
}

const header = /^gitGraph(?:\s+(?<direction>LR|TB|BT))?\s*:?$/;

export function parseGitGraph(source: string): GitGraphResult {
  const lines = source.split(/\r\n|\n|\r/);
  const mainBranch = /mainBranchName['"]?\s*:\s*['"]?(?<name>[^'",}\s]{1,200})/.exec(source)?.groups?.name ?? 'main';
  const start = lines.findIndex((line, index) => line.trim().startsWith('gitGraph') && !inFrontMatter(lines, index));
  const opening = header.exec(lines[start]?.trim() ?? '');
  if (start < 0) return { kind: 'not-a-git-graph' };
  if (opening === null) return { kind: 'invalid', line: start + 1, reason: 'the first line is not understood' };

  const drawing: Drawing = { nodes: [], tips: new Map([[mainBranch, null]]), current: mainBranch };
  for (const [index, text] of lines.entries()) {
    const line = text.trim();
    if (index <= start || line === '' || line.startsWith('%%')) continue;
    const reason = apply(drawing, line);
    if (reason !== undefined) return { kind: 'invalid', line: index + 1, reason };
  }
  return {
    kind: 'graph',
    graph: {
      direction: (opening.groups?.direction ?? 'LR') === 'LR' ? 'LR' : 'TB',
      branches: [...drawing.tips.keys()],
      nodes: drawing.nodes,
    },
  };
}

/** A front matter (`---` to `---`) may name the diagram kind as a key of its configuration. */
function inFrontMatter(lines: readonly string[], index: number): boolean {
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines[first]?.trim() === '---' && lines.findIndex((line, at) => at > first && line.trim() === '---') > index;
}

interface Statement {
  readonly verb: string;
  readonly name: string | undefined;
  readonly attributes: ReadonlyArray<{ readonly key: string; readonly value: string }>;
}

const word = /^(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]+))\s*/;
const attribute = /^(?<key>id|tag|type|msg|order)\s*:\s*(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]+))\s*/;

function readStatement(line: string): Statement | undefined {
  const verb = /^[a-z-]+/.exec(line)?.[0];
  if (verb === undefined) return undefined;
  let rest = line.slice(verb.length).trimStart();
  let name: string | undefined;
  if (verb !== 'commit') {
    const match = word.exec(rest);
    if (match === null) return undefined;
    name = match.groups?.quoted ?? match.groups?.plain;
    rest = rest.slice(match[0].length);
  }
  const attributes: Array<{ readonly key: string; readonly value: string }> = [];
  while (rest !== '') {
    const match = attribute.exec(rest);
    if (match === null) return undefined;
    attributes.push({ key: match.groups?.key ?? '', value: match.groups?.quoted ?? match.groups?.plain ?? '' });
    rest = rest.slice(match[0].length);
  }
  return { verb, name, attributes };
}

/** The reason why Mermaid would refuse the line, if any. */
function apply(drawing: Drawing, line: string): string | undefined {
  const statement = readStatement(line);
  if (statement === undefined) return 'not understood';
  const name = statement.name ?? '';
  switch (statement.verb) {
    case 'commit':
      return addNode(drawing, statement, []);
    case 'branch':
      if (drawing.tips.has(name)) return `branch "${name}" exists already`;
      drawing.tips.set(name, drawing.tips.get(drawing.current) ?? null);
      drawing.current = name;
      return undefined;
    case 'checkout':
    case 'switch':
      if (!drawing.tips.has(name)) return `branch "${name}" does not exist`;
      drawing.current = name;
      return undefined;
    case 'merge': {
      const merged = drawing.tips.get(name);
      const tip = drawing.tips.get(drawing.current) ?? null;
      if (name === drawing.current) return `branch "${name}" cannot be merged into itself`;
      if (tip === null) return `branch "${drawing.current}" has no commits`;
      if (merged === undefined) return `branch "${name}" does not exist`;
      if (merged === null) return `branch "${name}" has no commits`;
      if (merged === tip) return `both branches have the same head`;
      return addNode(drawing, statement, [merged]);
    }
    default:
      return `"${statement.verb}" is not understood`;
  }
}

function addNode(drawing: Drawing, statement: Statement, merged: readonly number[]): string | undefined {
  const valueOf = (key: string): string | undefined => statement.attributes.findLast((entry) => entry.key === key)?.value;
  const id = valueOf('id');
  const type = (valueOf('type') ?? 'NORMAL').toLowerCase();
  if (type !== 'normal' && type !== 'highlight' && type !== 'reverse') return `commit type "${type}" does not exist`;
  if (id !== undefined && drawing.nodes.some((node) => node.id === id)) return `commit id "${id}" exists already`;
  const tip = drawing.tips.get(drawing.current) ?? null;
  drawing.nodes.push({
    id: id ?? `${drawing.nodes.length}`,
    named: id !== undefined,
    branch: drawing.current,
    tags: statement.attributes.filter((entry) => entry.key === 'tag').map((entry) => entry.value),
    type,
    parents: [...(tip === null ? [] : [tip]), ...merged],
  });
  drawing.tips.set(drawing.current, drawing.nodes.length - 1);
  return undefined;
}
