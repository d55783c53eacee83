import type { GitGraph, GraphNode } from './git-graph.js';
import { escapeHtml } from './html.js';

/** Lanes are coloured by the page's style sheet: classes `lane-0` to `lane-7`, in turn. */
const laneColours = 8;
const laneHeight = 56;
const characterWidth = 7.3;
const gap = 42;
const margin = 14;

interface Layout {
  readonly laneOf: ReadonlyMap<string, number>;
  readonly left: number;
  readonly x: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly bottom: number;
}

/** One inline SVG, left to right whatever the direction asked for; commits in order, one lane per branch. */
export function drawGitGraph(graph: GitGraph): string {
  const layout = layOut(graph);
  const lanes = graph.branches.map((branch) => drawLane(branch, graph, layout)).join('');
  const edges = graph.nodes.map((node, index) => drawEdges(node, index, graph, layout)).join('');
  const nodes = graph.nodes.map((node, index) => drawNode(node, index, layout)).join('');
  const label = escapeHtml(`Git graph of ${graph.branches.join(', ')}`);
  return `<div class="git-graph"><svg role="img" aria-label="${label}" width="${round(layout.width)}" height="${round(layout.height)}" viewBox="0 0 ${round(layout.width)} ${round(layout.height)}">${lanes}${edges}${nodes}</svg></div>`;
}

/** A column is as wide as half of its label and half of its neighbour's, so that level labels never touch. */
function layOut(graph: GitGraph): Layout {
  const laneOf = new Map(graph.branches.map((branch, lane) => [branch, lane]));
  const left = margin + Math.max(0, ...graph.branches.map((branch) => shorten(branch, 44).length)) * characterWidth + 22;
  const x: number[] = [];
  const lastInLane = new Map<string, number>();
  for (const [index, node] of graph.nodes.entries()) {
    const before = index === 0 ? left : (x[index - 1] ?? left) + gap;
    const neighbour = lastInLane.get(node.branch);
    const clear = neighbour === undefined
      ? left + halfWidth(node)
      : (x[neighbour] ?? 0) + halfWidth(graph.nodes[neighbour] ?? node) + halfWidth(node) + 8;
    x.push(Math.max(before, clear));
    lastInLane.set(node.branch, index);
  }
  const right = Math.max(left + 60, ...graph.nodes.map((node, index) => (x[index] ?? 0) + halfWidth(node)));
  const bottom = 30 + Math.max(0, graph.branches.length - 1) * laneHeight;
  return { laneOf, left, x, width: right + margin, height: bottom + 34, bottom };
}

function halfWidth(node: GraphNode): number {
  const texts = [...(node.named ? [shorten(node.id, 28)] : []), tagText(node)];
  return Math.max(10, ...texts.map((text) => (text.length * characterWidth * 0.86) / 2 + 6));
}

function tagText(node: GraphNode): string {
  return shorten(node.tags.join(' · '), 36);
}

function drawLane(branch: string, graph: GitGraph, layout: Layout): string {
  const lane = layout.laneOf.get(branch) ?? 0;
  const y = laneY(lane);
  const text = shorten(branch, 44);
  const width = text.length * characterWidth + 14;
  const empty = graph.nodes.every((node) => node.branch !== branch);
  return `<g class="lane ${laneClass(lane)}${empty ? ' empty' : ''}">`
    + `<line class="rail" x1="${round(margin + width)}" y1="${y}" x2="${round(layout.width - margin)}" y2="${y}"/>`
    + `<rect class="branch" x="${margin}" y="${y - 11}" width="${round(width)}" height="22" rx="6"/>`
    + `<text class="branch-name" x="${margin + 7}" y="${y + 4}"><title>${escapeHtml(branch)}</title>${escapeHtml(text)}</text></g>`;
}

function drawEdges(node: GraphNode, index: number, graph: GitGraph, layout: Layout): string {
  const lane = layout.laneOf.get(node.branch) ?? 0;
  const toX = layout.x[index] ?? 0;
  const toY = laneY(lane);
  return node.parents.map((parent, position) => {
    const parentLane = layout.laneOf.get(graph.nodes[parent]?.branch ?? '') ?? 0;
    const fromX = layout.x[parent] ?? 0;
    const fromY = laneY(parentLane);
    const colour = laneClass(position === 0 ? lane : parentLane);
    if (fromY === toY) return `<path class="edge ${colour}" d="M${round(fromX)} ${fromY}H${round(toX)}"/>`;
    // A new branch leaves its parent at once; a merge stays in its lane and turns at the end.
    const bend = Math.min(24, (toX - fromX) / 2);
    const turn = position === 0 ? fromX : toX - 2 * bend;
    return `<path class="edge ${colour}" d="M${round(fromX)} ${fromY}H${round(turn)}C${round(turn + bend)} ${fromY} ${round(turn + bend)} ${toY} ${round(turn + 2 * bend)} ${toY}H${round(toX)}"/>`;
  }).join('');
}

function drawNode(node: GraphNode, index: number, layout: Layout): string {
  const lane = layout.laneOf.get(node.branch) ?? 0;
  const x = round(layout.x[index] ?? 0);
  const y = laneY(lane);
  const label = node.named ? `<text class="commit-id" x="${x}" y="${y + 22}">${escapeHtml(shorten(node.id, 28))}</text>` : '';
  const tag = tagText(node);
  const flag = tag === '' ? '' : `<text class="tag" x="${x}" y="${y - 13}">${escapeHtml(tag)}</text>`;
  const title = `<title>${escapeHtml([node.named ? node.id : 'commit', `on ${node.branch}`, ...node.tags].join(' · '))}</title>`;
  return `<g class="commit ${node.type} ${laneClass(lane)}">${title}${shapeOf(node, x, y)}${label}${flag}</g>`;
}

function shapeOf(node: GraphNode, x: number, y: number): string {
  switch (node.type) {
    case 'highlight':
      return `<rect class="dot" x="${x - 8}" y="${y - 8}" width="16" height="16" rx="3"/>`;
    case 'reverse':
      return `<circle class="dot" cx="${x}" cy="${y}" r="8"/><path class="cross" d="M${x - 4} ${y - 4}l8 8m0 -8l-8 8"/>`;
    case 'normal':
      return `<circle class="dot" cx="${x}" cy="${y}" r="7"/>${node.parents.length > 1 ? `<circle class="hole" cx="${x}" cy="${y}" r="3.5"/>` : ''}`;
  }
}

function laneY(lane: number): number {
  return 30 + lane * laneHeight;
}

function laneClass(lane: number): string {
  return `lane-${lane % laneColours}`;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
