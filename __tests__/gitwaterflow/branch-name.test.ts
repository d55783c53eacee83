import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  developmentBranchName,
  hotfixBranchName,
  integrationBranchName,
  isPullRequestDestination,
  isPullRequestSource,
  parseBranchName,
  queueBranchName,
  queueIntegrationBranchName,
} from '../../src/gitwaterflow/branch-name.js';
import { developmentVersions, patchVersions, sources, versions } from './arbitraries.js';

describe('parseBranchName', () => {
  test('each kind of branch: exactly its parts', () => {
    expect(parseBranchName('development/4.3')).toEqual({ kind: 'development', name: 'development/4.3', version: [4, 3] });
    expect(parseBranchName('hotfix/4.3.2')).toEqual({ kind: 'hotfix', name: 'hotfix/4.3.2', version: [4, 3, 2] });
    expect(parseBranchName('hotfix/4.3')).toEqual({ kind: 'legacy-hotfix', name: 'hotfix/4.3' });
    expect(parseBranchName('release/4.3')).toEqual({ kind: 'release', name: 'release/4.3', version: [4, 3] });
    expect(parseBranchName('user/me')).toEqual({ kind: 'user', name: 'user/me' });
    expect(parseBranchName('q/4.3.2.1')).toEqual({ kind: 'queue', name: 'q/4.3.2.1', version: [4, 3, 2, 1] });
  });

  test('a source branch with an issue key: key and project in upper case, the label as it is', () => {
    expect(parseBranchName('bugfix/proj_x-007-fix')).toEqual({
      kind: 'source',
      name: 'bugfix/proj_x-007-fix',
      prefix: 'bugfix',
      label: 'proj_x-007-fix',
      issue: { key: 'PROJ_X-007', project: 'PROJ_X' },
    });
  });

  test('an integration branch: its source is taken apart too, issue key in upper case', () => {
    expect(parseBranchName('w/5.1/bugfix/proj-1')).toEqual({
      kind: 'integration',
      name: 'w/5.1/bugfix/proj-1',
      version: [5, 1],
      source: { kind: 'source', name: 'bugfix/proj-1', prefix: 'bugfix', label: 'proj-1', issue: { key: 'PROJ-1', project: 'PROJ' } },
    });
  });

  test('a development branch as source: its integration and queue branches are recognised', () => {
    const source = { kind: 'development', name: 'development/4.3', version: [4, 3] };
    expect(parseBranchName('w/5.1/development/4.3')).toMatchObject({ kind: 'integration', version: [5, 1], source });
    expect(parseBranchName('q/w/7/5.1/development/4.3')).toMatchObject({ kind: 'queue-integration', pullRequest: 7, source });
  });

  test.each(['w/4.3/hotfix/4.3.1', 'w/4.3/user/x', 'w/4.3/release/4.3', 'w/4.3/development/x', 'q/w/1/4.3/q/4.3', 'q/w/1/w/4.3/bugfix/x'])(
    'something that is no source inside a robot branch (%s): unrecognised',
    (name) => {
      expect(parseBranchName(name)).toBeNull();
    },
  );

  test.each(['q/04.3', 'w/4.03/bugfix/x', 'q/w/007/4.3/bugfix/x', 'q/w/7/04.3/bugfix/x', 'development/04', 'release/4.03'])(
    'a number with a leading zero (%s): unrecognised, two names would be one branch',
    (name) => {
      expect(parseBranchName(name)).toBeNull();
    },
  );

  test('a hotfix with a leading zero: legacy, not handled', () => {
    expect(parseBranchName('hotfix/4.3.02')).toEqual({ kind: 'legacy-hotfix', name: 'hotfix/4.3.02' });
  });

  test.each(['\n', '\r', '\t', '\0', '\u001b', '\u007f', '\u0085', '\u009b', '\ud800'])(
    'a control character or half a surrogate pair (%j) anywhere: unrecognised',
    (character) => {
      const names = ['bugfix/a', 'user/a', 'hotfix/a', 'w/4/bugfix/a', 'q/w/1/4/bugfix/a'];
      expect([...names, 'development/4'].map((name) => parseBranchName(name + character))).toEqual([null, null, null, null, null, null]);
      expect(names.map((name) => parseBranchName(`${name}${character}b`))).toEqual([null, null, null, null, null]);
    },
  );

  test.each(['été', '修复-1', '🚀', 'a\u00a0b', 'a\u2028b', "it's", '$(id)', '`id`', 'a;b', '"'])(
    'unicode and shell characters in a label (%j): plain data',
    (label) => {
      expect(parseBranchName(`feature/${label}`)).toMatchObject({ kind: 'source', label, issue: null });
    },
  );

  test.each(['toString/x', '__proto__/x', 'constructor/x', 'Feature/x', 'feature', 'feature/', '/feature/x', 'origin/development/4.3'])(
    'no prefix of the grammar (%s): unrecognised',
    (name) => {
      expect(parseBranchName(name)).toBeNull();
    },
  );

  test('a million characters of any kind: no time to speak of', () => {
    const length = 1_000_000;
    const hostile = ['0', '9', '.', '-', '/', 'A', '_', '1.', 'A-', 'w/', 'q/w/1/'].flatMap((piece) =>
      ['', 'bugfix/', 'development/', 'hotfix/', 'w/', 'w/4/bugfix/', 'q/', 'q/w/', 'q/w/1/4/bugfix/'].map(
        (start) => start + piece.repeat(length / piece.length),
      ),
    );
    const started = performance.now();
    hostile.forEach(parseBranchName);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('any text: the name is kept as it was, or nothing is recognised', () => {
    const pieces = fc.constantFrom('development', 'hotfix', 'bugfix', 'w', 'q', '/', '.', '4', '0', '-', 'PROJ', '\n', 'é');
    const texts = fc.array(pieces, { maxLength: 12 }).map((list) => list.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const branch = parseBranchName(text);
        return branch === null || (branch.name === text && !text.includes('\n'));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('constructors', () => {
  test('the names of the specification', () => {
    const source = parseBranchName('bugfix/x');
    if (source === null || !isPullRequestSource(source)) {
      throw new Error('bugfix/x must be a source');
    }
    expect(developmentBranchName([4, 3])).toBe('development/4.3');
    expect(hotfixBranchName([4, 3, 2])).toBe('hotfix/4.3.2');
    expect(integrationBranchName([10], source)).toBe('w/10/bugfix/x');
    expect(queueBranchName([4, 3, 2, 1])).toBe('q/4.3.2.1');
    expect(queueIntegrationBranchName(12, [4, 3], source)).toBe('q/w/12/4.3/bugfix/x');
  });

  test('any branch the robot makes: read again it has the same parts', () => {
    fc.assert(
      fc.property(versions, sources, fc.nat(), (version, source, pullRequest) => {
        expect(parseBranchName(integrationBranchName(version, source))).toMatchObject({ kind: 'integration', version, source });
        expect(parseBranchName(queueBranchName(version))).toMatchObject({ kind: 'queue', version });
        const queued = parseBranchName(queueIntegrationBranchName(pullRequest, version, source));
        expect(queued).toMatchObject({ kind: 'queue-integration', pullRequest, version, source });
      }),
    );
  });

  test('any version branch: read again it has the same version', () => {
    fc.assert(
      fc.property(developmentVersions, patchVersions, (development, hotfix) => {
        expect(parseBranchName(developmentBranchName(development))).toMatchObject({ kind: 'development', version: development });
        expect(parseBranchName(hotfixBranchName(hotfix))).toMatchObject({ kind: 'hotfix', version: hotfix });
      }),
    );
  });
});

describe('roles', () => {
  test.each([
    ['development/4.3', true, true],
    ['hotfix/4.3.2', false, true],
    ['hotfix/4.3', false, false],
    ['bugfix/x', true, false],
    ['user/x', false, false],
    ['release/4.3', false, false],
    ['w/5.1/bugfix/x', false, false],
    ['q/4.3', false, false],
    ['q/w/1/4.3/bugfix/x', false, false],
  ])('%s: source %s, destination %s', (name, source, destination) => {
    const branch = parseBranchName(name);
    expect(branch !== null && isPullRequestSource(branch)).toBe(source);
    expect(branch !== null && isPullRequestDestination(branch)).toBe(destination);
  });
});
