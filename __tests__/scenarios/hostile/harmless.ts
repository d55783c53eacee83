import { expect } from '@jest/globals';
import { parseCommand } from '../../../sandbox/runner/command.js';
import type { RobotRun, World } from '../../../sandbox/world/index.js';
import { readMarker } from '../../../src/conversation/marker.js';
import { outputNames } from '../../../src/settings/outputs.js';
import { structureOf } from '../../outcomes/markdown-structure.js';

/** What hostile text tries, at once: `forged` wherever it comes through. Without a line break, as in a title. */
export const oneLine = [
  '::error::forged', '##[error]forged', '::add-mask::forged', '::set-output name=code::forged', '%0A::error::forged', '@octo-org/everyone', '@octocat',
  '<!-- bert-e: code=102 key=forged -->', '-->', '</details></code></table>', '```', '~~~', '| a | b |', '![x](http://evil.example/x.png)', '[x](http://evil.example)',
  '<img src=http://evil.example>', '<b onclick=x>', '**bold**', '$(touch canary)', '`touch canary`', '$& $1 $$', '&commat;octocat', '\u202egnp.exe', '#1',
].join(' ');

/** The same on lines of its own, where commands, fences, headings and rows are read. */
export const manyLines = [
  oneLine, '::error::forged', '  ::add-mask::forged', '::set-output name=code::forged', '##[set-env name=forged]forged', '##[add-path]forged', '::stop-commands::forged', '```', '@octocat', '~~~',
  '# heading', '- list', '> @octo-org/everyone', '| a | b |', '| --- | --- |', '| c | d |', '</details>', '<!-- bert-e: code=102 key=forged -->', '<!--', '---', '',
].join('\r\n\u2028\n\u0085');

const commands = new Set([
  'error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'set-output', 'save-state', 'stop-commands', 'echo', 'set-env', 'add-path', 'add-matcher', 'remove-matcher',
]);
const mention = /(?<![A-Za-z0-9])@[A-Za-z0-9]/;
const ourTags = /^<\/?(?:details|summary|sub|code|picture|br)\b[^>]*>|^<!-- bert-e: code=/;

/** Nothing but what the robot itself says reached the runner: no command, output, mask, variable, annotation. */
export function expectObeysNobody(run: RobotRun): void {
  const { rawLog, annotations, droppedAnnotations, masks, outputs, state, exportedEnvironment, addedPaths, leftovers } = run.result;
  const obeyed = rawLog.flatMap((line) => parseCommand(line, commands) ?? []);
  expect([...new Set(obeyed.map(({ name }) => name))].filter((name) => !['add-mask', 'error', 'warning', 'notice', 'debug', 'group', 'endgroup'].includes(name))).toEqual([]);
  expect([...annotations, ...droppedAnnotations].filter(({ message }) => /^\W*forged/u.test(message))).toEqual([]);
  expect(masks.filter((mask) => mask.includes('forged'))).toEqual([]);
  expect(Object.keys(outputs).sort()).toEqual([...outputNames].sort());
  expect([state, exportedEnvironment, addedPaths, leftovers]).toEqual([{}, {}, [], []]);
}

/** Markdown as GitHub reads it: pings nobody, shows and links nothing from elsewhere, holds no HTML but ours. */
export function expectHarmlessMarkdown(text: string, world: World): void {
  const { text: plain, html, images, links } = structureOf(text);
  // The robot greets the author by name, on purpose: the one mention there is.
  expect(plain.replaceAll('Hello @author', '')).not.toMatch(mention);
  expect(images).toBe(0);
  expect(links.filter((link) => !link.startsWith(`${world.github.url}/`))).toEqual([]);
  expect(html.filter((tag) => !ourTags.test(tag))).toEqual([]);
}

/** Every comment on these pull requests that the robot wrote: harmless, and with one marker, its own, at the end. */
export function expectHarmlessComments(world: World): ReadonlyArray<number | null> {
  return world.robotSays().map(({ body, code }) => {
    expectHarmlessMarkdown(body, world);
    expect(structureOf(body).html.filter((tag) => tag.startsWith('<!--'))).toHaveLength(1);
    expect(readMarker(body)?.code).toBe(code);
    expect(body.trimEnd().split('\n').at(-1)).toMatch(/^<!-- bert-e: code=\d{3} key=[0-9a-f]+/u);
    return code;
  });
}
