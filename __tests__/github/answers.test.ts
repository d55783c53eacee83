import { describe, expect, test } from '@jest/globals';
import * as answers from '../../src/github/answers.js';
import { GitHubOutage } from '../../src/ports/github.js';
import { rawComment, rawPullRequest, rawRun } from './service.js';

type Raw = Readonly<Record<string, unknown>>;

const without = (raw: Raw, name: string): Raw => Object.fromEntries(Object.entries(raw).filter(([key]) => key !== name));

describe('a field that decides nothing is missing or null: the rest is read', () => {
  test.each(['title', 'body', 'html_url', 'updated_at', 'draft', 'requested_reviewers', 'user'])('%s of a pull request', (name) => {
    for (const raw of [without(rawPullRequest(7), name), rawPullRequest(7, { [name]: null })]) {
      expect(answers.readAnswer(answers.pullRequest, raw, 'x')).toMatchObject({ number: 7, state: 'open', merged: false, draft: false, head: { branch: 'feature/x', fork: false } });
    }
  });

  test.each(['html_url', 'run_number', 'run_attempt', 'name'])('%s of a workflow run', (name) => {
    for (const raw of [without(rawRun(5), name), rawRun(5, { [name]: null })]) {
      expect(answers.readAnswer(answers.workflowRun, raw, 'x')).toMatchObject({ id: 5, headBranch: 'w/5.1/feature/x', conclusion: 'success', runAttempt: 1 });
    }
  });

  test.each(['html_url', 'body', 'user'])('%s of a comment', (name) => {
    for (const raw of [without(rawComment(3), name), rawComment(3, { [name]: null })]) {
      expect(answers.readAnswer(answers.comment, raw, 'x')).toMatchObject({ id: 3, createdAt: '2026-03-01T10:00:00Z' });
      expect(answers.readAnswer(answers.commentOfIssue, { ...raw, issue_url: 'https://api.test/issues/12' }, 'x')).toMatchObject({ id: 3, issue: 12 });
    }
  });

  test('a link that is missing: an empty text, which no message makes a link of', () => {
    expect(answers.readAnswer(answers.workflowRun, without(rawRun(5), 'html_url'), 'x').htmlUrl).toBe('');
  });
});

describe('a field that decides something is missing: an outage that names it, never a guess', () => {
  test.each(['number', 'state', 'merged_at', 'head', 'base'])('%s of a pull request', (name) => {
    expect(() => answers.readAnswer(answers.pullRequest, without(rawPullRequest(7), name), 'x')).toThrow(GitHubOutage);
  });

  test.each(['id', 'workflow_id', 'path', 'event', 'head_sha', 'head_branch', 'repository', 'status', 'conclusion', 'created_at'])('%s of a workflow run', (name) => {
    expect(() => answers.readAnswer(answers.workflowRun, without(rawRun(5), name), 'x')).toThrow(new RegExp(name));
  });

  test.each(['id', 'created_at'])('%s of a comment', (name) => {
    expect(() => answers.readAnswer(answers.comment, without(rawComment(3), name), 'x')).toThrow(new RegExp(name));
  });
});
