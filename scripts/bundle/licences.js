// The licences of everything in a bundle. ncc collects them too, but leaves out packages of the first chunk.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Licences under which something may be part of what we publish. Another one is a decision, not an accident. */
const permitted = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']);

/**
 * Folders of the packages whose modules are in the bundle, sorted.
 *
 * @param {{ readonly modules?: readonly object[] }} stats as webpack gives them: modules hold modules
 * @returns {readonly string[]}
 */
export function bundledPackages(stats) {
  const folders = new Set();
  const collect = (modules = []) => {
    for (const { nameForCondition, name, modules: inner } of modules) {
      const folder = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(nameForCondition ?? name ?? '')?.[0];
      if (folder !== undefined) {
        folders.add(folder);
      }
      collect(inner);
    }
  };
  collect(stats.modules);
  return [...folders].sort();
}

/**
 * Name, licence and text of every package.
 *
 * @param {readonly string[]} folders
 * @returns {string}
 * @throws Error if a package has no licence text, or one that is not permitted
 */
export function licences(folders) {
  const texts = folders.map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (!permitted.has(license)) {
      throw new Error(`${name} is under the licence ${String(license)}, which is not among those permitted in scripts/bundle/licences.js`);
    }
    const file = readdirSync(folder).sort().find((entry) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(entry));
    if (file === undefined) {
      throw new Error(`${name} comes without the text of its licence`);
    }
    return { name, text: `${name}\n${license}\n${readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()}\n` };
  });
  const distinct = new Map(texts.map(({ name, text }) => [`${name}\n${text}`, { name, text }]));
  return [...distinct.values()].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0)).map(({ text }) => text).join('\n');
}
