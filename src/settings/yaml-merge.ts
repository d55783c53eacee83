import { isAlias, isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';

/** Why a merge key cannot be followed, and the node to blame. */
export interface MergeProblem {
  readonly kind: 'no-map' | 'circular' | 'too-much';
  readonly node: unknown;
}

/** A settings file has some dozen keys. Merges of merges grow by powers, so what they make is counted before it is made. */
const mostMergedKeys = 10_000;
const mostNodes = 100_000;

/**
 * Carries out merge keys (`<<: *defaults`), in place: a settings file of the reference program may hold them, as its reader
 * of YAML knows them (https://yaml.org/type/merge.html). Keys of the map itself win, then those of the first map named.
 *
 * Done here and not by the library, which forgets where a merged key stands and follows merges of merges without bound. The
 * pairs that are merged are those of the source, so that a problem in one is told with the line on which it stands.
 */
export function mergeMaps(document: Document.Parsed): readonly MergeProblem[] {
  const problems: MergeProblem[] = [];
  const anchors = new Map<string, Node>();
  const unfinished = new Set<unknown>();
  let merged = 0;

  const sourcesOf = (value: unknown): readonly YAMLMap[] => {
    const source = isAlias(value) ? anchors.get(value.source) : value;
    if (isMap(source) && !unfinished.has(source)) {
      return [source];
    }
    problems.push({ kind: isMap(source) ? 'circular' : 'no-map', node: value });
    return [];
  };

  const walk = (node: unknown): void => {
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined) {
      anchors.set(node.anchor, node);
    }
    if (isSeq(node)) {
      node.items.forEach(walk);
    } else if (isMap(node)) {
      unfinished.add(node);
      walkMap(node);
      unfinished.delete(node);
    }
  };

  const walkMap = (map: YAMLMap): void => {
    map.items.forEach(({ key, value }) => {
      walk(key);
      walk(value);
    });
    const merges = map.items.filter(({ key }) => isMergeKey(key));
    if (merges.length === 0) {
      return;
    }
    const own = map.items.filter(({ key }) => !isMergeKey(key));
    const pairs = new Map<string | null, Pair>(own.map((pair) => [nameOf(pair.key), pair]));
    for (const { value } of merges) {
      for (const source of (isSeq(value) ? value.items : [value]).flatMap(sourcesOf)) {
        merged += source.items.length;
        if (merged > mostMergedKeys) {
          problems.push({ kind: 'too-much', node: map });
          return;
        }
        source.items.filter(({ key }) => !pairs.has(nameOf(key))).forEach((pair) => pairs.set(nameOf(pair.key), pair));
      }
    }
    map.items = [...pairs.values()];
  };

  walk(document.contents);
  return problems.length === 0 && merged > 0 && sizeOf(document.contents, new Map()) > mostNodes ? [{ kind: 'too-much', node: document.contents }] : problems.slice(0, 20);
}

/** Nodes of what the document stands for; one that stands in several places counts in each. Aliases are not followed. */
function sizeOf(node: unknown, known: Map<unknown, number>): number {
  const before = known.get(node);
  if (before !== undefined) {
    return before;
  }
  const children = isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : [];
  const size = Math.min(children.reduce<number>((sum, child) => sum + sizeOf(child, known), 1), mostNodes + 1);
  known.set(node, size);
  return size;
}

/** In quotes it is a name like any other. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === Scalar.PLAIN;
}

/** The name that a key is, as people write it; null if it is none. */
export function nameOf(key: unknown): string | null {
  if (!isScalar(key)) {
    return null;
  }
  switch (typeof key.value) {
    case 'string':
      return key.value === '' ? null : key.value;
    case 'number':
    case 'boolean':
      return String(key.value);
    default:
      return null;
  }
}
