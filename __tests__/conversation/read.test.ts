import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markerLine } from '../../src/conversation/marker.js';
import { commandDenial, refusalCodes } from '../../src/conversation/read.js';
import { commands, nearestWord, options } from '../../src/conversation/vocabulary.js';
import type { Line } from './written.js';
import { commentsOf, inShort, read } from './written.js';

describe('who may say what', () => {
  test.each<readonly [Line, string]>([
    [['ADMIN', '/bypass_build_status'], 'bypass_build_status'],
    [['reviewer', '/bypass_build_status'], 'not-authorised: bypass_build_status by reviewer'],
    [['reviewer', '/bypass_build_status=false'], 'not-authorised: bypass_build_status by reviewer'],
    [['reviewer', '/bypass_build_status=maybe'], 'not-authorised: bypass_build_status by reviewer'],
    [[null, '/bypass_build_status'], 'not-authorised: bypass_build_status by nobody'],
    [['admin[bot]', '/bypass_build_status'], 'not-authorised: bypass_build_status by admin[bot]'],
    [['Author', '/approve'], 'approve'],
    [['admin', '/approve'], 'not-the-author: approve by admin'],
    [[null, '/wait'], 'wait'],
    [['author', '/wait=true'], 'wait'],
    [['author', '/wait=0'], 'wrong-syntax: wait by author'],
    [['author', '/after_pull_request'], 'wrong-pull-request-number: after_pull_request by author'],
    [['author', '@bert-e =wait'], 'unknown-command: =wait by author'],
  ])('%j: %s', (line, meaning) => {
    expect(inShort(read([line]))).toBe(meaning);
  });

  test('an admin on their own pull request: may set privileged options', () => {
    expect(inShort(read([['admin', '/bypass_jira_check']], { pullRequestAuthor: 'admin' }))).toBe('bypass_jira_check');
  });

  test('the author’s account was deleted: another deleted account is not the author', () => {
    expect(inShort(read([[null, '/approve']], { pullRequestAuthor: null }))).toBe('not-the-author: approve by nobody');
  });

  test('a bot as author: is known with and without [bot] where its kind is told', () => {
    const comments = commentsOf([['dependabot', '/approve']]).map((comment) => ({ ...comment, authorKind: 'bot' as const }));
    expect(inShort(read([], { comments, pullRequestAuthor: 'dependabot[bot]' }))).toBe('approve');
  });
});

describe('options', () => {
  test('several comments: all hold, in the order of the vocabulary, each by who asked first', () => {
    const { options: inForce } = read([['author', '/wait /after_pull_request=12'], ['reviewer', '@bert-e wait, unanimity, after_pull_request=9']]);
    expect(inForce).toMatchObject({ wait: true, unanimity: true, approve: false, bypassBuildStatus: false, afterPullRequest: [9, 12] });
    expect(inForce.inForce).toEqual([
      { option: 'after_pull_request', pullRequest: 9, setBy: { kind: 'comment', author: 'reviewer', commentId: 2 } },
      { option: 'after_pull_request', pullRequest: 12, setBy: { kind: 'comment', author: 'author', commentId: 1 } },
      { option: 'unanimity', pullRequest: null, setBy: { kind: 'comment', author: 'reviewer', commentId: 2 } },
      { option: 'wait', pullRequest: null, setBy: { kind: 'comment', author: 'author', commentId: 1 } },
    ]);
  });

  test.each(options.filter(({ takes }) => takes === 'switch').map(({ name }) => [name]))('%s: switches its own field and no other', (name) => {
    const { afterPullRequest, inForce, ...switches } = read([['author', `/${name}`]], { admins: ['author'] }).options;
    const field = name.replace(/_(?<letter>[a-z])/g, (_, letter: string) => letter.toUpperCase());
    expect(Object.entries(switches).filter(([, on]) => on)).toEqual([[field, true]]);
    expect([afterPullRequest, inForce.length]).toEqual([[], 1]);
  });

  test('=false: takes back what was said before, not after', () => {
    expect(inShort(read([['author', '/wait'], ['AUTHOR', '/wait=false']]))).toBe('nothing');
    expect(inShort(read([['author', '/wait=false'], ['reviewer', '/wait']]))).toBe('wait');
  });

  test('=false by another person: nothing is taken back; by an admin: all of it', () => {
    expect(inShort(read([['reviewer', '/unanimity'], ['author', '/unanimity=false']]))).toBe('unanimity');
    expect(inShort(read([['reviewer', '/unanimity'], ['mallory', '/unanimity'], ['admin', '/unanimity=false']]))).toBe('nothing');
  });

  test('two asked for it, and the first takes it back: it holds for the second', () => {
    const { options: inForce } = read([['author', '/wait'], ['reviewer', '/wait'], ['author', '/wait=false']]);
    expect(inForce.inForce.map(({ setBy }) => setBy)).toMatchObject([{ author: 'reviewer' }]);
  });

  test('=false by a deleted account: it is nobody’s own', () => {
    expect(inShort(read([[null, '/wait'], [null, '/wait=false']]))).toBe('wait');
  });

  test('comments out of order: are read by their time', () => {
    const comments = commentsOf([['author', '/wait'], ['author', '/wait=false']]).toReversed();
    expect(inShort(read([], { comments }))).toBe('nothing');
  });

  test('standing options: hold without any privilege, until an admin takes them back', () => {
    const standingOptions = ['bypass_jira_check'] as const;
    expect(read([], { standingOptions }).options.inForce).toEqual([{ option: 'bypass_jira_check', pullRequest: null, setBy: { kind: 'settings' } }]);
    expect(inShort(read([['admin', '/bypass_jira_check=false']], { standingOptions }))).toBe('nothing');
  });

  test('forced options: hold as an admin’s, whatever the comments say', () => {
    const forcedOptions = ['bypass_build_status', 'after_pull_request=3'];
    const { options: inForce } = read([['admin', '/bypass_build_status=false'], ['reviewer', '/nonsense']], { forcedOptions });
    expect(inForce.inForce.map(({ option, setBy }) => [option, setBy.kind])).toEqual([['after_pull_request', 'input'], ['bypass_build_status', 'input']]);
  });

  test.each([
    ['nonsense', 'unknown-command: nonsense by nobody'],
    ['reset', 'unknown-command: reset by nobody'],
    ['approve', 'not-the-author: approve by nobody'],
    ['after_pull_request=x', 'wrong-pull-request-number: after_pull_request by nobody'],
  ])('forced %s: refused, and no comment is blamed', (word, meaning) => {
    const conversation = read([], { forcedOptions: [word] });
    expect(inShort(conversation)).toBe(meaning);
    expect(conversation.refusal?.commentId).toBeNull();
  });
});

describe('commands', () => {
  const marked = (code: number) => `Hello\n${markerLine({ code, key: 'a', data: {} })}`;

  test('the newest after the robot’s last comment: is the one', () => {
    expect(inShort(read([['author', '/reset'], ['bert-e', 'done'], ['author', '/help'], ['reviewer', '/status now'], ['author', 'thanks']]))).toBe('status (now)');
    expect(read([['author', 'x'], ['reviewer', '/build']]).command).toEqual({ name: 'retry', keyword: 'build', arguments: [], author: 'reviewer', commentId: 2 });
  });

  test('the robot spoke since: nothing is executed again', () => {
    expect(inShort(read([['author', '/reset'], ['bert-e', 'done']]))).toBe('nothing');
  });

  test('another workflow speaks under the robot’s login: the command before it is not lost', () => {
    expect(inShort(read([['bert-e', marked(100)], ['author', '/reset'], ['bert-e', 'Coverage: 80 %']]))).toBe('reset');
    expect(inShort(read([['author', '/reset'], ['bert-e', marked(128)], ['bert-e', 'Coverage: 80 %']]))).toBe('nothing');
  });

  test('somebody else forges the robot’s marker: it does not count as the robot’s comment', () => {
    expect(inShort(read([['author', '/reset'], ['mallory', marked(128)]]))).toBe('reset');
  });

  test.each([
    ['privileged', { isAdmin: true, isAuthor: false }, null],
    ['privileged', { isAdmin: true, isAuthor: true }, 'not-authorised'],
    ['privileged', { isAdmin: false, isAuthor: false }, 'not-authorised'],
    ['author-only', { isAdmin: true, isAuthor: false }, 'not-the-author'],
    ['author-only', { isAdmin: false, isAuthor: true }, null],
    ['anyone', { isAdmin: false, isAuthor: false }, null],
  ] as const)('a command for %s, given by %j: %s', (permission, standing, denied) => {
    expect(commandDenial(permission, standing)).toBe(denied);
  });

  test('a refused option: no command is executed', () => {
    expect(inShort(read([['reviewer', '/approve'], ['author', '/reset']]))).toBe('not-the-author: approve by reviewer');
  });
});

describe('refusals', () => {
  test('the greeting came after it: answers nobody, every other message of the robot does', () => {
    const message = (code: number): Line => ['bert-e', `Words.\n\n${markerLine({ code, key: 'a', data: {} })}`];
    expect(read([['author', '/status'], message(100)]).command).toMatchObject({ name: 'status', commentId: 1 });
    expect(read([['author', '/helpp'], message(100)]).refusal).toMatchObject({ answered: false });
    expect(read([['author', '/status'], message(104), message(100)]).command).toBeNull();
    expect(read([['author', '/status'], message(115)]).command).toBeNull();
  });

  test('one that is new and one that was answered: can be told apart', () => {
    expect(read([['author', '/helpp']]).refusal).toMatchObject({ kind: 'unknown-command', commentId: 1, answered: false, suggestion: 'help' });
    expect(read([['author', '/helpp'], ['bert-e', 'What?']]).refusal).toMatchObject({ commentId: 1, answered: true });
    expect(read([['bert-e', 'Hello'], ['author', '/helpp']]).refusal).toMatchObject({ commentId: 2, answered: false });
  });

  test('prose with an unknown word: is answered once only', () => {
    expect(inShort(read([['author', '@bert-e what is this?']]))).toBe('unknown-command: what by author');
    expect(inShort(read([['author', '@bert-e what is this?'], ['bert-e', 'What?']]))).toBe('nothing');
  });

  test('the comment: is quoted without its effects', () => {
    const { refusal } = read([['author', '/wait=@octocat']]);
    expect(refusal).toMatchObject({ kind: 'wrong-syntax', keyword: 'wait', value: '@octocat', quotedText: '> \\/wait\\=\\@\u200Boctocat' });
  });

  test('a number that turns out to be no pull request: can be refused with its comment', () => {
    const { refusalOfNumber } = read([['author', '/wait'], ['reviewer', '/after_pull_request=12'], ['author', '/after_pull_request=12']]);
    expect(refusalOfNumber(12)).toMatchObject({ kind: 'wrong-pull-request-number', value: '12', author: 'reviewer', commentId: 2 });
    expect(refusalOfNumber(13)).toBeNull();
  });

  test('each kind: has the code of chapter 5', () => {
    expect(refusalCodes).toEqual({ 'unknown-command': 122, 'not-authorised': 123, 'wrong-syntax': 130, 'wrong-pull-request-number': 131, 'too-many-pull-requests': 131, 'not-the-author': 134 });
  });
});

describe('vocabulary', () => {
  test('a near word: is suggested, a far one is not', () => {
    const near = ['Help', 'bypass-jira-check', 'bypass_peer_aproval', 'rest', 'statsu', 'merge', 'xy', 'a'.repeat(60_000)].map(nearestWord);
    expect(near).toEqual(['help', 'bypass_jira_check', 'bypass_peer_approval', 'reset', 'status', null, null, null]);
  });

  test('every word: has one meaning', () => {
    const words = [...options.map(({ name }) => name), ...commands.flatMap(({ name, aliases }) => [name, ...aliases])];
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('any conversation', () => {
  const author = fc.constantFrom('author', 'Admin', 'bert-e', 'reviewer', null);
  const word = fc.constantFrom(...options.map(({ name }) => name), ...commands.map(({ name }) => name), 'after_pull_request=1', 'wait=false', 'x');
  const body = fc.oneof(word.map((name) => `/${name}`), word.map((name) => `@bert-e ${name}`), fc.string({ unit: 'binary' }));
  const lines = fc.array(fc.tuple(author, body), { maxLength: 8 });

  test('never a command and a refusal at once, and nothing privileged without an admin', () => {
    fc.assert(
      fc.property(lines, (written) => {
        const { command, refusal, options: inForce } = read(written);
        expect(command === null || refusal === null).toBe(true);
        const privileged = inForce.inForce.filter(({ option }) => option.startsWith('bypass_'));
        expect(privileged.map(({ setBy }) => setBy.kind === 'comment' && setBy.author)).toEqual(privileged.map(() => 'Admin'));
        expect(inForce.inForce.filter(({ option, setBy }) => option === 'approve' && !(setBy.kind === 'comment' && setBy.author === 'author'))).toEqual([]);
      }),
    );
  });

  test('what the robot wrote: sets nothing, executes nothing, is refused nothing', () => {
    fc.assert(fc.property(fc.array(body), (bodies) => inShort(read(bodies.map((text) => ['bert-e', text]))) === 'nothing'));
  });

  test('3,000 long comments: are read', () => {
    const { options: inForce } = read(Array.from({ length: 3_000 }, (_, index): Line => ['author', `/after_pull_request=${index + 1} `.repeat(50)]));
    expect(inForce.afterPullRequest).toHaveLength(3_000);
  });
});
