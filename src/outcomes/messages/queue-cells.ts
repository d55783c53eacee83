import type { BuildState } from '../../builds/build-state.js';
import { buildIcon } from './build-evidence.js';

/** One pull request on one version of the queue; null: it does not land there. */
export type QueueCell = BuildState | 'not-read' | 'not-asked' | null;

export function cellIcon(cell: QueueCell): string {
  switch (cell) {
    case null:
      return '·';
    case 'not-read':
    case 'not-asked':
      return '–';
    default:
      return buildIcon(cell);
  }
}

const meanings = [
  ['successful', 'green'],
  ['in-progress', 'running'],
  ['not-started', 'not started'],
  ['failed', 'failed'],
  ['not-read', 'not looked at, as nothing depended on it'],
  ['not-asked', 'builds are not asked for'],
  [null, 'does not land there'],
] as const satisfies ReadonlyArray<readonly [QueueCell, string]>;

/** What the icons mean that occur among these cells, and other remarks on the table. */
export function cellLegend(cells: readonly QueueCell[], ...remarks: readonly string[]): string {
  const used = meanings.filter(([cell]) => cells.includes(cell)).map(([cell, meaning]) => `${cellIcon(cell)} ${meaning}`);
  return `<sub>${[...used, ...remarks].join('; ')}</sub>`;
}
