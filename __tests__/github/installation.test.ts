import { describe, expect, test } from '@jest/globals';
import { GitHubOutage, GitHubRefusal } from '../../src/ports/github.js';
import { startService } from './service.js';
import type { Reply, Seen, Service } from './service.js';

async function inService(reply: (request: Seen) => Reply, story: (service: Service) => Promise<void>): Promise<void> {
  const service = await startService(reply);
  try {
    await story(service);
  } finally {
    await service.close();
  }
}

const answering = (json: unknown, status = 200) => () => ({ status, json });

describe('who the token is', () => {
  test('a user has a login; an installation is refused the question; any other refusal is one', async () => {
    await inService(answering({ login: 'ada', id: 1 }), async ({ github, seen }) => {
      expect(await github.viewer()).toBe('ada');
      expect(seen[0]?.path).toBe('/user');
    });
    await inService(answering({ message: 'Resource not accessible by integration' }, 403), async ({ github }) => {
      expect(await github.viewer()).toBeNull();
    });
    await inService(answering({ message: 'Bad credentials' }, 401), async ({ github }) => {
      await expect(github.viewer()).rejects.toThrow(GitHubRefusal);
    });
  });

  test('its limit of requests; a server without limits has none', async () => {
    await inService(answering({ resources: { core: { limit: 1000, used: 1 } } }), async ({ github, seen }) => {
      expect(await github.hourlyLimit()).toBe(1000);
      expect(seen[0]?.path).toBe('/rate_limit');
    });
    await inService(answering({ message: 'Rate limiting is not enabled.' }, 404), async ({ github }) => {
      expect(await github.hourlyLimit()).toBeNull();
    });
    await inService(answering({ resources: {} }), async ({ github }) => {
      await expect(github.hourlyLimit()).rejects.toThrow(GitHubOutage);
    });
  });
});

describe('the repository and its files', () => {
  test('its default branch, and whether the token may push as far as it is said', async () => {
    await inService(answering({ default_branch: 'main', permissions: { push: false, admin: false } }), async ({ github, seen }) => {
      expect(await github.repositoryDetails()).toEqual({ defaultBranch: 'main', mayPush: false });
      expect(seen[0]?.path).toBe('/repos/scality/ring');
    });
    await inService(answering({ default_branch: 'main' }), async ({ github }) => {
      expect(await github.repositoryDetails()).toEqual({ defaultBranch: 'main', mayPush: null });
    });
    await inService(answering({ message: 'Not Found' }, 404), async ({ github }) => {
      await expect(github.repositoryDetails()).rejects.toThrow(GitHubRefusal);
    });
  });

  test('the files of a directory without what is below it; null where there is none; a file is no directory', async () => {
    const items = [{ type: 'file', path: '.github/workflows/ci.yml' }, { type: 'dir', path: '.github/workflows/x' }, { type: 'symlink', path: '.github/workflows/y.yml' }];
    await inService(answering(items), async ({ github, seen }) => {
      expect(await github.listDirectoryOfDefaultBranch('.github/workflows')).toEqual(['.github/workflows/ci.yml']);
      expect(seen[0]?.path).toBe('/repos/scality/ring/contents/.github/workflows');
    });
    await inService(answering({ message: 'Not Found' }, 404), async ({ github }) => {
      expect(await github.listDirectoryOfDefaultBranch('.github/workflows')).toBeNull();
    });
    await inService(answering({ type: 'file', path: 'x', content: '' }), async ({ github }) => {
      await expect(github.listDirectoryOfDefaultBranch('x')).rejects.toThrow(GitHubOutage);
    });
  });
});

describe('what protects a branch', () => {
  test('its rules, on all pages, with the checks they require; the branch is named whole', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ type: `type_${index}`, ruleset_id: 1 }));
    const last = [
      { type: 'required_status_checks', ruleset_id: 7, ruleset_source: 'scality/ring', parameters: { strict_required_status_checks_policy: true, required_status_checks: [{ context: 'bert-e', integration_id: 3 }] } },
      { type: 'pull_request', ruleset_id: 7, parameters: { required_approving_review_count: 1 } },
      { type: 'update' },
    ];
    await inService(({ query }) => ({ json: query.get('page') === '2' ? last : many }), async ({ github, seen }) => {
      const rules = await github.rulesOfBranch('w/5.1/bugfix/x#y');
      expect(rules).toHaveLength(103);
      expect(rules.slice(-3)).toEqual([
        { type: 'required_status_checks', rulesetId: 7, requiredContexts: ['bert-e'] },
        { type: 'pull_request', rulesetId: 7, requiredContexts: [] },
        { type: 'update', rulesetId: null, requiredContexts: [] },
      ]);
      expect(seen[0]?.path).toBe('/repos/scality/ring/rules/branches/w/5.1/bugfix/x#y');
    });
    await inService(answering({ message: 'Upgrade to GitHub Pro' }, 403), async ({ github }) => {
      await expect(github.rulesOfBranch('main')).rejects.toThrow(GitHubRefusal);
    });
  });

  test('whether the token may pass by a ruleset, if GitHub tells', async () => {
    await inService(answering({ id: 7, current_user_can_bypass: 'never' }), async ({ github, seen }) => {
      expect(await github.rulesetBypass(7)).toBe('never');
      expect(seen[0]?.path).toBe('/repos/scality/ring/rulesets/7');
    });
    await inService(answering({ id: 7 }), async ({ github }) => {
      expect(await github.rulesetBypass(7)).toBeNull();
    });
    await inService(answering({ message: 'Not Found' }, 404), async ({ github }) => {
      expect(await github.rulesetBypass(7)).toBeNull();
    });
  });

  test('classic protection, with the checks it requires', async () => {
    const protection = { enabled: true, required_status_checks: { enforcement_level: 'everyone', contexts: ['bert-e'], checks: [] } };
    await inService(answering({ name: 'main', protected: true, protection }), async ({ github, seen }) => {
      expect(await github.classicProtection('main')).toEqual({ enabled: true, requiredContexts: ['bert-e'] });
      expect(seen[0]?.path).toBe('/repos/scality/ring/branches/main');
    });
    await inService(answering({ name: 'main', protected: false, protection: { enabled: false } }), async ({ github }) => {
      expect(await github.classicProtection('main')).toEqual({ enabled: false, requiredContexts: [] });
    });
    await inService(answering({ message: 'Branch not found' }, 404), async ({ github }) => {
      expect(await github.classicProtection('main')).toBeNull();
    });
  });
});
