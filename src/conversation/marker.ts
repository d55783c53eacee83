/**
 * The hidden line by which the robot recognises its own messages (spec chapter 3; chapter 6, "Hostile input").
 *
 * Forging: it counts only in what the robot wrote. In a comment only as the last line, which the robot writes after all
 * quoted text; in a description, which quotes nobody, on any line of its own. Who may edit the robot's comments (write access to the repository) can change it; so nothing but not repeating
 * a message may depend on it.
 */
import type { Author } from './login.js';
import { isBy } from './login.js';

export interface Marker {
  /** Code of the outcome (spec chapter 5), three digits. */
  readonly code: number;
  /** Letters and digits, with single hyphens between; tells two messages of the same code apart, usually by {@link contentKey}. */
  readonly key: string;
  /** What else the robot wants to find again. Names of lower-case letters and digits, with single hyphens between; any text as value. */
  readonly data: Readonly<Record<string, string>>;
}

const markerPattern = /^<!-- bert-e: code=(?<code>[1-9][0-9]{2}) key=(?<key>[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)(?<data>(?: [a-z0-9]+(?:-[a-z0-9]+)*=[A-Za-z0-9%._~*'()!]*)*) -->$/;
const dataName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The line that closes a message. Values are percent-encoded, so that none can end the HTML comment or the line.
 *
 * @throws TypeError if code, key or a name has not the form stated in {@link Marker}: a mistake of the program, as none
 * of them comes from outside.
 */
export function markerLine(marker: Marker): string {
  const data = Object.entries(marker.data).map(([name, value]) => {
    if (!dataName.test(name)) throw new TypeError(`not a name for a marker: ${name}`);
    return ` ${name}=${encoded(value)}`;
  });
  const line = `<!-- bert-e: code=${marker.code} key=${marker.key}${data.join('')} -->`;
  if (readMarker(line) === null) throw new TypeError(`not a marker: ${line}`);
  return line;
}

/**
 * The marker in the last line of a text; null if that is none. Who wrote the text is for the caller to check: for comments
 * use {@link markerOfComment}; a description of a pull request can be edited by its author.
 */
export function readMarker(text: string): Marker | null {
  return markerIn(lastLine(text));
}

function markerIn(line: string): Marker | null {
  const { code, key, data: written } = markerPattern.exec(line)?.groups ?? {};
  if (code === undefined || key === undefined || written === undefined) return null;
  const data = new Map<string, string>();
  for (const pair of written.split(' ').slice(1)) {
    const equals = pair.indexOf('=');
    const value = decoded(pair.slice(equals + 1));
    // A name given twice, or half an escape: the robot writes no such line.
    if (value === null || data.has(pair.slice(0, equals))) return null;
    data.set(pair.slice(0, equals), value);
  }
  return { code: Number(code), key, data: Object.fromEntries(data) };
}

/** The marker of a comment, if the robot wrote that comment and the last line of it is a marker. */
export function markerOfComment(comment: Author & { readonly body: string }, robot: string): Marker | null {
  return isBy(comment, robot) ? readMarker(comment.body) : null;
}

/**
 * The marker in the description of a pull request that the robot opened: the last line of it that is one. Others add
 * text to descriptions (bots that review and sum up, people who take notes), so it need not be the end.
 */
export function markerOfDescription(pullRequest: Author & { readonly body: string }, robot: string): Marker | null {
  if (!isBy(pullRequest, robot)) return null;
  const line = pullRequest.body.split(/\r\n|\n|\r/).findLast((each) => markerIn(each.trimEnd()) !== null);
  return line === undefined ? null : markerIn(line.trimEnd());
}

/** The code of a comment of the robot; null if it has none or is somebody else's. */
export function codeOfComment(comment: Author & { readonly body: string }, robot: string): number | null {
  return markerOfComment(comment, robot)?.code ?? null;
}

/**
 * 64 bits, in hexadecimal, that differ for different texts: FNV-1a twice with different starts. Good for "the same as
 * last time"; no protection against somebody who looks for two texts with the same key.
 */
export function contentKey(text: string): string {
  return [0x811c9dc5, 0x9e3779b9].map((start) => hash32(text, start).toString(16).padStart(8, '0')).join('');
}

function lastLine(body: string): string {
  const text = body.trimEnd();
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

function encoded(value: string): string {
  // Half a surrogate pair cannot be encoded. `--` is for HTML comments what a quote is for strings.
  return encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD')).replaceAll('-', '%2D');
}

/** Null if an escape is broken or does not stand for a character. */
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function hash32(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}
