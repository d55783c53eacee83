/**
 * Workflow commands as the runner reads them from what a step prints. Two grammars, tried in this order for every line:
 * `::name key=value,key=value::data` where only white space may stand before it, and the legacy
 * `##[name key=value;key=value]data`, which is obeyed **anywhere** in a line. A line whose name is not registered is text.
 */

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

const marker = '::';
const legacyMarker = '##[';

/** `registered` holds lower-case names; names compare without case, as in the runner. */
export function parseCommand(line: string, registered: ReadonlySet<string>): WorkflowCommand | undefined {
  return parseCurrent(line, registered) ?? parseLegacy(line, registered);
}

function parseCurrent(line: string, registered: ReadonlySet<string>): WorkflowCommand | undefined {
  const text = trimStart(line);
  if (!text.startsWith(marker)) return undefined;
  const end = text.indexOf(marker, marker.length);
  if (end < 0) return undefined;
  const head = splitHead(text.slice(marker.length, end));
  if (!registered.has(head.name)) return undefined;
  return {
    name: head.name,
    properties: readProperties(head.properties, ',', unescapeProperty),
    data: unescapeData(text.slice(end + marker.length)),
  };
}

function parseLegacy(line: string, registered: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf(legacyMarker);
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  const head = splitHead(line.slice(start + legacyMarker.length, end));
  if (!registered.has(head.name)) return undefined;
  return {
    name: head.name,
    properties: readProperties(head.properties, ';', unescapeLegacy),
    data: unescapeLegacy(line.slice(end + 1)),
  };
}

/** Also drops U+0085 and U+FEFF: more lines count as commands than with .NET's trimming, never fewer. */
function trimStart(line: string): string {
  return line.replace(/^[\s\u0085]+/u, '');
}

function splitHead(head: string): { readonly name: string; readonly properties: string } {
  const space = head.indexOf(' ');
  return space < 0
    ? { name: head.toLowerCase(), properties: '' }
    : { name: head.slice(0, space).toLowerCase(), properties: head.slice(space + 1).trim() };
}

function readProperties(text: string, separator: string, unescape: (value: string) => string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const part of text.split(separator)) {
    const equals = part.indexOf('=');
    if (equals >= 0) properties.set(part.slice(0, equals), unescape(part.slice(equals + 1)));
  }
  return properties;
}

const escapes: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%25': '%', '%3A': ':', '%2C': ',', '%3B': ';', '%5D': ']' };

// Escapes are upper-case only; one pass, so that "%250A" stays the text "%0A".
function replaceEscapes(text: string, pattern: RegExp): string {
  return text.replace(pattern, (escape) => escapes[escape] ?? escape);
}

function unescapeData(text: string): string {
  return replaceEscapes(text, /%0D|%0A|%25/g);
}

function unescapeProperty(text: string): string {
  return replaceEscapes(text, /%0D|%0A|%25|%3A|%2C/g);
}

function unescapeLegacy(text: string): string {
  return replaceEscapes(text, /%0D|%0A|%25|%3B|%5D/g);
}
