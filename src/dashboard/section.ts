import { decodeState, encodeState } from './state.js';
import type { DashboardState } from './state.js';

/**
 * Where the dashboard lies in the body of its issue: between two hidden lines, so that the issue may be a person's and say
 * other things. Everything outside of them is left as it is.
 */
const begin = '<!-- bert-e dashboard: begin; the robot writes what follows -->';
const end = '<!-- bert-e dashboard: end -->';
const statePattern = /^<!-- bert-e dashboard: state (?<json>\{[^\n]*\}) -->$/m;

/** GitHub's limit for the body of an issue, in characters. */
export const longestBody = 65_536;

/** Whether a body holds a dashboard, or one that somebody has cut the end of. */
export function holdsDashboard(body: string): boolean {
  return linesThatAre(begin, body).length > 0;
}

/** What the dashboard in this body knows; null if there is none, or none that can be read. */
export function stateIn(body: string): DashboardState | null {
  const place = placeOf(body);
  const json = place === null ? undefined : statePattern.exec(normalised(body.slice(place.from, place.to)))?.groups?.json;
  return json === undefined ? null : decodeState(json);
}

/**
 * The body with this dashboard in place of the one it holds, or at its end if it holds none; the very same body if that changes
 * nothing. Null: beside what else is in the body there is no room.
 *
 * @param render the text for people, within a number of characters
 */
export function bodyWith(body: string, state: DashboardState, render: (limit: number) => string): string | null {
  const place = placeOf(body);
  const before = place === null ? beforeNew(body) : body.slice(0, place.from);
  const after = place === null ? '' : body.slice(place.to);
  const frame = (text: string): string => [begin, '', text, '', `<!-- bert-e dashboard: state ${encodeState(state)} -->`, end].join('\n');
  const room = longestBody - before.length - after.length - frame('').length;
  if (room < 200) {
    return null;
  }
  const section = frame(render(room));
  // GitHub gives lines back as the last editor's browser ended them.
  return place !== null && normalised(body.slice(place.from, place.to)) === section ? body : `${before}${section}${after}`;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The last beginning, and the first end behind it: what a person writes above, or leaves of an older one, stays theirs. */
function placeOf(body: string): Place | null {
  const from = linesThatAre(begin, body).at(-1);
  const to = linesThatAre(end, body).find((at) => from !== undefined && at > from);
  return from === undefined || to === undefined ? null : { from, to: to + end.length };
}

/** Where this mark stands on a line of its own; within a line it is somebody's words. */
function linesThatAre(mark: string, body: string): readonly number[] {
  const found: number[] = [];
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if ((at === 0 || body[at - 1] === '\n') && /^\r?(?:\n|$)/.test(body.slice(at + mark.length, at + mark.length + 2))) {
      found.push(at);
    }
  }
  return found;
}

function beforeNew(body: string): string {
  return body.trim() === '' ? '' : `${body.trimEnd()}\n\n`;
}

function normalised(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
