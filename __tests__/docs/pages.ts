import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Root of the repository. */
export const root = join(import.meta.dirname, '../..');

/** Everything people read, by path from the root. */
export const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
];

/** The workflows to copy. */
export const examples: readonly string[] = filesIn('examples');

/** The project's own workflows. */
export const ownWorkflows: readonly string[] = filesIn('.github/workflows');

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The page without fenced code, in which a `#` is no heading and a bracket no link. */
export function prose(page: string): string {
  return page.replaceAll(/^(?<fence>`{3,})[^\n]*\n.*?^\k<fence>$/gms, '');
}

/** The fenced blocks of one language. */
export function blocksOf(page: string, language: string): readonly string[] {
  return [...page.matchAll(/^```(?<language>[a-z]+)\n(?<text>.*?)^```$/gms)].flatMap(({ groups }) =>
    groups?.language === language && groups.text !== undefined ? [groups.text] : [],
  );
}

/** Targets of links and images, as written. */
export function linksOf(page: string): readonly string[] {
  return [...prose(page).matchAll(/\]\((?<target>[^()\s]+)\)/g)].flatMap(({ groups }) => groups?.target ?? []);
}

/** The anchors GitHub gives to the headings of a page. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { groups } of prose(page).matchAll(/^#{1,6} (?<title>.+)$/gm)) {
    const base = (groups?.title ?? '').trim().toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
    let anchor = base;
    for (let count = 1; anchors.has(anchor); count += 1) {
      anchor = `${base}-${count}`;
    }
    anchors.add(anchor);
  }
  return anchors;
}

/** Texts in single backquotes. */
export function codeOf(page: string): readonly string[] {
  return [...prose(page).matchAll(/(?<!`)`(?<code>[^`\n]+)`(?!`)/g)].flatMap(({ groups }) => groups?.code ?? []);
}

/**
 * The administrative commands that the code does not have yet, by its own words; the documents must not offer them. When
 * this list shrinks, tests here go red until the documents tell of the new command.
 */
export function missingCommands(): readonly string[] {
  const refusal = /(?<cases>(?:\s*case '[a-z-]+':\n)+)\s*return [^\n]*does not have the command yet/.exec(sources())?.groups?.cases ?? '';
  return [...refusal.matchAll(/'(?<name>[a-z-]+)'/g)].flatMap(({ groups }) => groups?.name ?? []);
}

/** Whether anything but the settings themselves reads this setting. */
export function isSettingUsed(key: string): boolean {
  return new RegExp(`\\b${key.replaceAll(/_(?<letter>[a-z])/g, (_match, letter: string) => letter.toUpperCase())}\\b`).test(sources().replaceAll(/\/\*.*?\*\/|\/\/.*?$/gms, ''));
}

/** The code outside of `src/settings`, in one text. */
function sources(): string {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('settings'))
    .map((name) => read(`src/${name}`))
    .join('\n');
}

export type Mapping = Readonly<Record<string, unknown>>;

/** The document as a mapping; an empty one for anything else, so that what is looked for in it is found missing. */
export function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A workflow file, as far as these tests look into it. */
export interface Workflow {
  readonly path: string;
  readonly text: string;
  readonly document: Mapping;
  /** Event name → its filters. */
  readonly on: Mapping;
  readonly jobs: ReadonlyArray<Mapping & { readonly id: string }>;
  readonly steps: readonly Mapping[];
}

export function workflow(path: string, text: string): Workflow {
  const document = mapping(parse(text));
  const jobs = Object.entries(mapping(document.jobs)).map(([id, job]) => ({ ...mapping(job), id }));
  return { path, text, document, on: mapping(document.on), jobs, steps: jobs.flatMap((job) => list(mapping(job).steps).map(mapping)) };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}
