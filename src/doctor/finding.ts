/** How much a finding matters. */
export type Severity =
  /** Something does not work, or will not when it is needed. */
  | 'error'
  /** It works, but late, twice, or not as safely as it should. */
  | 'warning'
  /** Good to know; also what could not be seen. */
  | 'note';

/** One thing the command `doctor` found (spec 5, "doctor"). Texts are plain sentences with names from outside in them. */
export interface Finding {
  readonly severity: Severity;
  /** What is the case. */
  readonly problem: string;
  /** What comes of it. */
  readonly consequence: string;
  /** What exactly to change, and where. */
  readonly fix: string;
  /** What to write or to run there, ready to be copied; `fix` ends in a colon then. */
  readonly code?: Snippet;
}

export interface Snippet {
  readonly language: 'yaml' | 'sh';
  readonly lines: readonly string[];
}

/** Lines of a workflow: each one is nested in the one before. */
export function yaml(...nested: readonly string[]): Snippet {
  return { language: 'yaml', lines: nested.map((line, depth) => `${'  '.repeat(depth)}${line}`) };
}

/** A name from outside inside `[ ]` of YAML. */
export function yamlWord(text: string): string {
  return /^[\p{L}_][\p{L}\p{N} _.\/-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) && text === text.trim() ? text : JSON.stringify(text);
}

/** A fact that GitHub may refuse to tell: a token of a job or an app is often not shown how a repository is protected. */
export type Seen<Value> =
  | { readonly kind: 'seen'; readonly value: Value }
  /** In GitHub's words, cleaned. */
  | { readonly kind: 'unseen'; readonly why: string };

const order: readonly Severity[] = ['error', 'warning', 'note'];

/** What somebody must act on first. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

const mostNames = 10;

/** `a, b, c`; of a long list the first ten. */
export function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return [...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
