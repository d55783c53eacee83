import type { Ports } from '../../src/edge/ports.js';
import type { Comment, GitHubPort } from '../../src/ports/github.js';
import type { GitPort, PushResult } from '../../src/ports/git.js';
import { comment, someRobot } from '../builders/comment.js';
import { pullRequest } from '../builders/pull-request.js';

export interface Recording {
  readonly ports: Ports;
  /** What was written, in order, in words. */
  readonly deeds: readonly string[];
  /** The comments of all pull requests, as they stand. */
  readonly comments: Comment[];
}

export interface RecordingOptions {
  readonly push?: PushResult | Error;
  /** Thrown by the write of that name. */
  readonly failures?: Readonly<Record<string, Error>>;
  /** Comments that stand there already, some of them perhaps of a run at the same moment. */
  readonly comments?: readonly Comment[];
  /** Who the token writes as. */
  readonly writesAs?: string;
  /** The branches as they stand after the push, when that is asked. */
  readonly branches?: Readonly<Record<string, string>>;
  /** The id of the next comment. */
  readonly nextId?: number;
}

/** Both ports, of which only the writes exist, and the live look at the comments. Any other call fails the test. */
export function recordingPorts({ push = { kind: 'pushed' }, failures = {}, comments = [], writesAs = someRobot, branches = {}, nextId = 100 }: RecordingOptions = {}): Recording {
  const deeds: string[] = [];
  const standing = new Map<Comment, number>(comments.map((each) => [each, 7]));
  let id = nextId;
  const record = (name: string, text: string): Promise<void> => {
    deeds.push(`${name} ${text}`);
    const failure = failures[name];
    return failure === undefined ? Promise.resolve() : Promise.reject(failure);
  };
  const github: Partial<GitHubPort> = {
    forget: () => void deeds.push('forget'),
    createPullRequest: ({ head, base }) => record('open', head).then(() => pullRequest({ head: { branch: head }, base: { branch: base, sha: '' } })),
    closePullRequest: (number) => record('close', `#${number}`),
    dispatchWorkflow: (workflow, branch) => record('dispatch', `${workflow} on ${branch}`),
    rerunFailedJobs: (run) => record('rerun', String(run)),
    setCommitStatus: (commit, { context, state }) => record('status', `${context} ${state} on ${commit}`),
    deleteComment: (wanted) => {
      for (const each of standing.keys()) if (each.id === wanted) standing.delete(each);
      return record('delete comment', String(wanted));
    },
    createComment: async (number, body) => {
      await record('comment', `#${number}`);
      const made = comment({ id, author: writesAs, body });
      id += 1;
      standing.set(made, number);
      return made;
    },
    liveComments: (number) => Promise.resolve([...standing].filter(([, on]) => on === number).map(([each]) => each).sort((left, right) => left.id - right.id)),
  };
  const git: Partial<GitPort> = {
    push: (updates) => {
      deeds.push(`push ${updates.map(({ ref }) => ref).join(' ')}`);
      return push instanceof Error ? Promise.reject(push) : Promise.resolve(push);
    },
    listRefs: () => Promise.resolve({ branches: new Map(Object.entries(branches)), tags: new Map(), pullRequestHeads: new Map() }),
  };
  const ports: Ports = {
    git: git as GitPort,
    github: github as GitHubPort,
    issueTracker: () => Promise.reject(new Error('not asked')),
    pause: () => Promise.resolve(),
  };
  return { ports, deeds, get comments() { return [...standing.keys()]; } };
}
