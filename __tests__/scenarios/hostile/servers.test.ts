import { expect, jest, test } from '@jest/globals';
import type { GitFault, GitMatch } from '../../../sandbox/github/faults.js';
import { inWorld, look, onlyRead, readyPullRequest, source, told } from '../main-job/stories.js';
import { openElsewhere } from './elsewhere.js';
import { expectObeysNobody } from './harmless.js';

jest.setTimeout(300_000);

/** A packet line of git's protocol, a byte for each character. */
function packet(text: string): string {
  return (text.length + 4).toString(16).padStart(4, '0') + text;
}

const html = '<!DOCTYPE html><title>::error::forged</title>\n##[error]forged\n';
const answer = (type: string, body: string): GitFault => ({ kind: 'answer', type, body });
const advertisement = 'application/x-git-upload-pack-advertisement';
const result = 'application/x-git-upload-pack-result';
const elsewhere = 'a'.repeat(40);
const zero = '0'.repeat(40);

/** What a server could say instead of the truth that is no truth. None of it may be taken for one. */
const nonsense: ReadonlyArray<readonly [says: string, when: GitMatch, fault: GitFault]> = [
  ['a page instead of the refs', { command: 'ls-refs' }, answer('text/html', html)],
  ['a page instead of everything', { step: 'discovery' }, answer('text/html', '<html>')],
  ['an empty page instead of everything', { step: 'discovery' }, answer('text/plain', '')],
  ['the refs of the old protocol, and no packs', { step: 'discovery' }, answer('text/plain', `${elsewhere}\trefs/heads/development/4.3\n`)],
  ['no ref at all', { command: 'ls-refs' }, answer(result, '0000')],
  ['no ref at all, in the version before', { step: 'discovery' }, answer(advertisement, `${packet('# service=git-upload-pack\n')}0000${packet(`${zero} capabilities^{}\0 multi_ack\n`)}0000`)],
  ['a page that pretends to be the refs', { command: 'ls-refs' }, answer(result, html)],
  ['no byte of the refs', { command: 'ls-refs' }, answer(result, '')],
  ['refs without an end', { command: 'ls-refs' }, { kind: 'rewrite', body: (body) => body.subarray(0, -4) }],
  ['half of the refs', { command: 'ls-refs' }, { kind: 'cut' }],
  ['an error packet with commands in it', { command: 'ls-refs' }, answer(result, packet(`ERR ${html.replace('\n', '\r')}`))],
  ['a version of the protocol nobody knows', { step: 'discovery' }, answer(advertisement, `${packet('# service=git-upload-pack\n')}0000${packet('version 9\n')}0000`)],
  ['a ref without a commit', { command: 'ls-refs' }, answer(result, `${packet('nonsense refs/heads/x\n')}0000`)],
  ['a commit nobody has', { command: 'ls-refs' }, { kind: 'rewrite', body: (body) => Buffer.from(body.toString('latin1').replace(/[0-9a-f]{40}(?= refs\/heads\/development\/5\.1\n)/, elsewhere), 'latin1') }],
  ['the commit of no ref', { command: 'ls-refs' }, { kind: 'rewrite', body: (body) => Buffer.from(body.toString('latin1').replace(/[0-9a-f]{40}(?= refs\/heads\/development\/5\.1\n)/, zero), 'latin1') }],
  ['no byte of the pack', { command: 'fetch' }, answer(result, '')],
];

test('a git server that answers nonsense: 133 each time, nothing is written, said or obeyed; once it makes sense again: merged', async () => {
  await inWorld({}, async (world) => {
    const { faults } = world.github;
    const number = await readyPullRequest(world);
    const refs = await world.refs();
    for (const [says, when, fault] of nonsense) {
      const disarm = faults.git({ service: 'git-upload-pack', ...when }, fault, Infinity);
      const run = await look(world, number, { debug: true });
      disarm();
      expect([says, run.code, run.conclusion, onlyRead(run)]).toEqual([says, 133, 'success', true]);
      expectObeysNobody(run);
    }
    expect([await world.refs(), told(world)]).toEqual([refs, { comments: [], statuses: [] }]);

    // Refs that nobody can have, among true ones: names with control characters, not UTF-8, a name twice, a quarter of a million of them.
    const odd = ['refs/heads/x\u001b[31m\ry', 'refs/heads/a\tb c', 'refs/heads/\u0007::error::forged', 'refs/heads/\xff\xfe', 'refs/heads/q/w/1/4.3/../x', 'refs/heads/-x', 'nonsense', 'refs/pull/0x1/head']
      .map((ref) => packet(`${elsewhere} ${ref}\n`));
    const many = Array.from({ length: 100_000 }, (_, index) => packet(`${elsewhere} refs/heads/user/${index}\n`)).join('');
    faults.git({ service: 'git-upload-pack', command: 'ls-refs' }, { kind: 'rewrite', body: (body) => Buffer.concat([Buffer.from(odd.join('') + many, 'latin1'), body]) }, 2);
    const merged = await look(world, number, { debug: true });
    expect([merged.code, merged.moved.length]).toEqual([102, 5]);
    expectObeysNobody(merged);
    faults.clear();
    told(world);
  });
});

test('redirects to another host, by GitHub and by git, of reads and of writes: nobody ever comes there, and nothing is taken for an answer', async () => {
  const other = await openElsewhere();
  try {
    await inWorld({}, async (world) => {
      const { faults } = world.github;
      const number = await readyPullRequest(world);
      const lost = async (disarm: () => void): Promise<void> => {
        const run = await look(world, number);
        disarm();
        expect([run.code, onlyRead(run)]).toEqual([133, true]);
      };
      for (const [index, status] of [301, 302, 303, 307, 308].entries()) {
        // The same address but for the name, another port, and what looks like a user of this host.
        const to = [`http://localhost:${other.port}`, other.url, `http://127.0.0.1@localhost:${other.port}`][index % 3] ?? '';
        await lost(faults.rest({ path: [/\/reviews$/, /\/actions\/runs$/, /\/contents\//][index % 3] ?? /./ }, { kind: 'redirect', to, status }, Infinity));
        if (index % 2 === 0) await lost(faults.git({ service: 'git-upload-pack', step: index === 0 ? 'discovery' : 'transfer' }, { kind: 'redirect', to, status }, Infinity));
      }
      const disarm = faults.git({ service: 'git-receive-pack', step: 'both' }, { kind: 'redirect', to: other.url, status: 307 }, Infinity);
      const push = await look(world, number);
      disarm();
      expect([push.code, push.moved, push.writes]).toEqual([133, [], []]);
      faults.rest({ method: 'POST', path: /\/statuses\// }, { kind: 'redirect', to: other.url, status: 307 });
      const merge = await look(world, number);
      expect([merge.code, merge.moved.length]).toEqual([102, 5]);
      expect(told(world)).toEqual({ comments: [], statuses: [] });
      await look(world, number);
      expect(told(world)).toEqual({ comments: [102], statuses: [`bert-e success on ${source}@0`] });
      expect(other.visits).toEqual([]);
    });
  } finally {
    await other.close();
  }
});
