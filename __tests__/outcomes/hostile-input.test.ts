import { describe, expect, test } from '@jest/globals';
import { readMarker } from '../../src/conversation/marker.js';
import { composeComment } from '../../src/outcomes/messages/compose.js';
import { reasonOf } from '../../src/outcomes/reason.js';
import { hostileTexts, tainted } from './hostile-names.js';
import { barsPerTable, structureOf } from './markdown-structure.js';
import { messageContext, namedSamples, repositoryUrl } from './samples.js';

const mention = /(?<![A-Za-z0-9])@[A-Za-z0-9]/;
const ourTags = /^<\/?(?:details|summary|sub|code)>|^<!-- bert-e: code=/;

describe.each(hostileTexts)('%s in every text from outside', (_name, hostile) => {
  const taint = tainted(hostile);
  const ordinary = namedSamples();
  const cases = namedSamples(taint).map(([name, outcome], index) => [name, outcome, ordinary[index]?.[1] ?? outcome] as const);

  test.each(cases)('%s: says the same, pings nobody, forges nothing', (_sample, outcome, untouched) => {
    const context = messageContext({}, taint);
    const { body, key } = composeComment(outcome, context);
    const structure = structureOf(body);
    const expected = structureOf(composeComment(untouched, messageContext()).body);

    // The name of a greeting is mentioned if it is a login; a hostile one is none.
    expect(structure.text).not.toMatch(mention);
    expect(structure.skeleton).toEqual(expected.skeleton);
    expect(structure.images).toBe(0);
    for (const link of structure.links) {
      expect(link.startsWith(`${repositoryUrl}/`) || link.startsWith('https://ci.example.com/')).toBe(true);
    }
    for (const tag of structure.html) {
      expect(tag).toMatch(ourTags);
    }
    expect(structure.html.filter((tag) => tag.startsWith('<!--'))).toHaveLength(1);
    // Only the message that must find its head again keeps one, and nothing from outside gets in.
    expect(readMarker(body)).toEqual({ code: outcome.code, key, data: outcome.code === 139 ? { head: context.pullRequest.headSha } : {} });
    for (const bars of barsPerTable(body)) {
      expect(new Set(bars).size).toBe(1);
    }
  });

  test.each(cases)('%s: the reason stays one short line', (_sample, outcome) => {
    const reason = reasonOf(outcome);
    expect(reason.length).toBeLessThanOrEqual(140);
    expect(reason).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect(reason.trim()).not.toBe('');
  });
});
