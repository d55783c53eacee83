import { describe, expect, test } from '@jest/globals';
import type { Line } from './written.js';
import { inShort, read } from './written.js';

type Answer = readonly [lines: readonly Line[], answer: string, admins?: readonly string[]];

/**
 * Where we answer otherwise than the reference, word for word: each known case of the quirks that
 * `comments.vectors.test.ts` answers as if written plainly. The robot is called bert-e in all of them.
 */
const answers: Readonly<Record<string, readonly Answer[]>> = {
  'indented-code-read': [
    [[['reviewer', '    /wait']], 'nothing'],
    [[['author', '    @bert-e help']], 'nothing'],
    [[['author', '    @bert-e wait']], 'nothing'],
  ],
  'line-break-matters': [
    [[['author', '/wait\n/approve']], 'approve, wait'],
    [[['author', '/help me\nnow']], 'help (me now)'],
    [[['author', '@bert-e help\r\nthanks']], 'help (thanks)'],
    [[['bert-e', 'Hello!'], ['author', '@bert-e help\r\nthanks'], ['reviewer', 'hm']], 'help (thanks)'],
    [[['author', '@bert-e help\n\nthanks']], 'help (thanks)'],
    [[['author', '@bert-e\nwait\napprove']], 'approve, wait'],
    [[['author', '@bert-e wait\napprove']], 'approve, wait'],
    [[['author', '/wait\n> quoted']], 'nothing'],
    [[['reviewer', '@bert-e help\n> quoted\n> more']], 'help'],
    [[['author', '/bypass_author_approval\n /bypass_peer_approval /bypass_build_status']], 'bypass_author_approval, bypass_build_status, bypass_peer_approval', ['author']],
    [[['admin', '/bypass_author_approval\n /bypass_peer_approval /bypass_build_status']], 'bypass_author_approval, bypass_build_status, bypass_peer_approval'],
    [[['reviewer', '/status\n/help']], 'status (/help)'],
    [[['author', '@bert-e no_octopus'], ['author', '@bert-e:create_pull_requests\nwait'], ['second-admin', 'I asked @bert-e to wait']], 'create_pull_requests, no_octopus, wait'],
    [[['author', '@other wait'], ['admin', '@bert-e wait'], ['author', '/unanimity /approve'], ['second-admin', '@bert-e bypass_peer_approval\nunanimity'], ['second-admin', '```\n/reset\n```'], ['reviewer', '@bert-e\tcreate_pull_requests']], 'approve, bypass_peer_approval, create_pull_requests, unanimity, wait'],
    [[['author', '@bert-e create_pull_requests\ncreate_integration_branches'], ['admin', '@bert-e\twait'], ['author', '/wait']], 'create_integration_branches, create_pull_requests, wait'],
  ],
  'longer-name-than-robot': [
    [[['author', '@bert-ehelp']], 'nothing'],
    [[['reviewer', '@bert-e_help']], 'nothing'],
    [[['author', '@bert-ex wait']], 'nothing'],
    [[['reviewer', '@bert-ex wait']], 'nothing'],
    [[['author', '@bert-e2 wait']], 'nothing'],
    [[['reviewer', '@bert-e2 wait']], 'nothing'],
    [[['author', '@bert-e2 wait'], ['bert-e', 'noted']], 'nothing'],
    [[['author', '@bert-e-bot help']], 'nothing'],
    [[['author', '@bert-es are great']], 'nothing'],
  ],
  'robot-comment-read': [
    [[['bert-e', '@bert-e wait']], 'nothing'],
    [[['bert-e', '@bert-e unknown_word'], ['author', '/help']], 'help'],
  ],
  'separator-before-command': [
    [[['author', '@bert-e.help']], 'help'],
    [[['author', '@bert-e, help']], 'help'],
    [[['reviewer', '@bert-e, help']], 'help'],
    [[['reviewer', '@bert-e; help']], 'help'],
    [[['author', '@bert-e - help']], 'help'],
  ],
  'separator-before-command longer-name-than-robot': [
    [[['author', '@bert-e-help']], 'nothing'],
  ],
  'separator-in-keyword': [
    [[['author', '@bert-e wait.']], 'wait'],
    [[['author', '@bert-e wait;']], 'wait'],
    [[['author', '/approve;/wait']], 'approve, wait'],
    [[['author', '/approve-/wait']], 'approve, wait'],
    [[['author', '/approve/wait']], 'approve, wait'],
    [[['reviewer', '/approve/wait']], 'not-the-author: approve by reviewer'],
    [[['author', '@bert-e approve; wait']], 'approve, wait'],
    [[['bert-e', 'The manual'], ['reviewer', '/unanimity'], ['bert-e', 'In the queue'], ['author', '@bert-e wait - unanimity'], ['reviewer', '@bert-e:no_octopus; create_integration_branches; wait'], ['admin', 'LGTM']], 'create_integration_branches, no_octopus, unanimity, wait'],
    [[['bert-e', 'The manual'], ['author', '@bert-e status now'], ['author', '@bert-e: create_integration_branches. approve']], 'approve, create_integration_branches; status (now)'],
    [[['admin', '@bert-e clear with some arguments'], ['bert-e', 'Conflict'], ['admin', '@bert-e: reset now'], ['author', '@bert-e\tcreate_integration_branches; no_octopus']], 'create_integration_branches, no_octopus; reset (now)'],
  ],
  'wrong-number-ignored': [
    [[['author', '/after_pull_request=']], 'wrong-pull-request-number: after_pull_request by author'],
    [[['reviewer', '/after_pull_request=']], 'wrong-pull-request-number: after_pull_request by reviewer'],
    [[['author', '/after_pull_request=#12']], 'wrong-pull-request-number: after_pull_request by author'],
    [[['reviewer', '/after_pull_request=#12']], 'wrong-pull-request-number: after_pull_request by reviewer'],
    [[['author', '@bert-e after_pull_request=#12']], 'wrong-pull-request-number: after_pull_request by author'],
    [[['reviewer', '@bert-e after_pull_request=#12']], 'wrong-pull-request-number: after_pull_request by reviewer'],
    [[['author', '/after_pull_request=-1']], 'wrong-pull-request-number: after_pull_request by author'],
    [[['author', '/after_pull_request=12a']], 'wrong-pull-request-number: after_pull_request by author'],
    [[['author', '/after_pull_request=12a'], ['bert-e', 'noted']], 'wrong-pull-request-number: after_pull_request by author'],
  ],
};

for (const [quirk, cases] of Object.entries(answers)) {
  describe(quirk, () => {
    for (const [lines, answer, admins] of cases) {
      test(`${lines.map(([author, body]) => `${author ?? 'nobody'}: ${JSON.stringify(body)}`).join(' | ')}: ${answer}`, () => {
        expect(inShort(read(lines, admins === undefined ? {} : { admins }))).toBe(answer);
      });
    }
  });
}
