import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitOutage } from '../ports/git.js';
import type { Sha, TreeMerge } from '../ports/git.js';
import type { Environment } from './environment.js';
import { isCompleteMergeRecord, isMergeStatus, parseMergeRecord } from './merge-record.js';
import { collectErrorText, ignoreBrokenPipe } from './processes.js';
import type { GitProcesses } from './processes.js';

const operation = 'merge-tree';

/** A merge's answer longer than this many bytes is an outage. */
const recordLimit = 64 * 1024 * 1024;

export interface MergeProcessSettings {
  readonly processes: GitProcesses;
  readonly environment: Environment;
  readonly workingDirectory: string;
  /** Whether this git answers while its input is still open. If not, every merge takes a process of its own. */
  readonly answersAtOnce: () => Promise<boolean>;
  /** For one merge, the transfer of the blobs it needs included. */
  readonly timeoutMilliseconds: number;
}

/** How a request to the process ended. */
export type MergeAnswer =
  | { readonly kind: 'answered'; readonly merge: TreeMerge }
  /** The process ended instead of answering. */
  | { readonly kind: 'ended'; readonly status: number | null; readonly errorText: string };

export interface MergeProcess {
  /** One merge after the other, in the order asked. Rejects with `GitOutage`. */
  merge(ours: Sha, theirs: Sha): Promise<MergeAnswer>;
}

interface Session {
  readonly child: ChildProcessWithoutNullStreams;
  readonly errorText: () => string;
}

/**
 * One `git merge-tree --stdin` that serves all merges of a run. It starts with the first merge; if it ends, the next
 * merge starts another one (which is what happens every time with an old git). It reads objects as they are at that moment, so commits made meanwhile are seen.
 */
export function createMergeProcess(settings: MergeProcessSettings): MergeProcess {
  const { processes } = settings;
  let session: Session | null = null;
  let previous: Promise<unknown> = Promise.resolve();

  function open(): Session {
    const child = processes.start({
      operation,
      arguments: ['merge-tree', '--stdin', '-z', '--name-only', '--no-messages'],
      environment: settings.environment,
      workingDirectory: settings.workingDirectory,
    });
    ignoreBrokenPipe(child);
    const opened = { child, errorText: collectErrorText(child) };
    const forget = (): void => {
      if (session === opened) session = null;
    };
    child.once('close', forget);
    // Without a listener a failed start would end the whole program; the request in progress has its own.
    child.on('error', forget);
    session = opened;
    return opened;
  }

  function ask(ours: Sha, theirs: Sha, isLast: boolean): Promise<MergeAnswer> {
    return new Promise((resolve, reject) => {
      const { child, errorText } = session ?? open();
      const chunks: Buffer[] = [];
      let length = 0;
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        child.stdout.off('data', onData);
        child.off('close', onClose);
        child.off('error', onError);
        act();
      };
      const giveUp = (detail: string): void => settle(() => {
        // Whatever it would still print belongs to this request and must not be read as the answer to another.
        session = null;
        processes.kill(child);
        reject(new GitOutage(operation, detail));
      });
      const onData = (chunk: Buffer): void => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > recordLimit) {
          giveUp(`more than ${recordLimit} bytes of output`);
          return;
        }
        if (!isMergeStatus(chunks[0])) {
          giveUp('the answer cannot be read');
          return;
        }
        if (chunk.at(-1) !== 0) return;
        const record = Buffer.concat(chunks);
        if (!isCompleteMergeRecord(record)) return;
        const merge = parseMergeRecord(record);
        if (merge === null) giveUp('the answer cannot be read');
        else settle(() => resolve({ kind: 'answered', merge }));
      };
      const onClose = (status: number | null): void => settle(() => resolve({ kind: 'ended', status, errorText: errorText() }));
      const onError = (error: Error): void => settle(() => reject(new GitOutage(operation, 'the git program cannot be started', { cause: error })));
      const timer = setTimeout(() => giveUp(`no answer within ${Math.round(settings.timeoutMilliseconds / 1000)} s`), settings.timeoutMilliseconds);
      child.stdout.on('data', onData);
      child.once('close', onClose);
      child.once('error', onError);
      child.stdin.write(`${ours} ${theirs}\n`);
      if (isLast) {
        session = null;
        child.stdin.end();
      }
    });
  }

  return {
    merge(ours, theirs) {
      const answer = previous.then(async () => ask(ours, theirs, !await settings.answersAtOnce()));
      // A failed merge is reported to its own caller only; the next one goes on.
      previous = answer.catch(() => undefined);
      return answer;
    },
  };
}
