import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitOutage } from '../ports/git.js';
import type { Sha, TreeMerge } from '../ports/git.js';
import type { Environment } from './environment.js';
import { isPaddingRecord } from './merge-padding.js';
import type { MergePadding } from './merge-padding.js';
import { isMergeStatus, MergeRecords, parseMergeRecord } from './merge-record.js';
import { canReportNesting, reportNesting, watchNesting } from './nesting.js';
import { collectErrorText, ignoreBrokenPipe } from './processes.js';
import type { GitProcesses } from './processes.js';

const operation = 'merge-tree';

/** A merge's answer longer than this many bytes is an outage. */
const recordLimit = 64 * 1024 * 1024;

export interface MergeProcessSettings {
  readonly processes: GitProcesses;
  readonly environment: Environment;
  readonly workingDirectory: string;
  /** Asked for when a process is started. */
  readonly padding: () => Promise<MergePadding>;
  /** For one merge, the transfer of the blobs it needs included. */
  readonly timeoutMilliseconds: number;
  /** Should a C library keep back more than the padding, the input is ended after this time: then git must answer. */
  readonly patienceMilliseconds: number;
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
  readonly records: MergeRecords;
  /** How many answers to padding come before the next one that counts: 0 or 1. */
  paddingDue: number;
  /** Who waits for an answer; null between two merges. */
  asker: Asker | null;
}

interface Asker {
  readonly answer: (merge: TreeMerge) => void;
  readonly giveUp: (detail: string) => void;
}

/**
 * One `git merge-tree --stdin` that serves all merges of a run; see `writeMergePadding` for how an old git is made to
 * answer. It starts with the first merge; if it ends, the next merge starts another one. It reads objects as they are at
 * that moment, so commits made meanwhile are seen.
 */
export function createMergeProcess(settings: MergeProcessSettings): MergeProcess {
  const { processes } = settings;
  let session: Session | null = null;
  let previous: Promise<unknown> = Promise.resolve();
  /** Whether padding makes git answer; null: not known yet. If not, every merge takes a process of its own. */
  let answersAtOnce: boolean | null = null;

  function open(): Session {
    const child = processes.start({
      operation,
      arguments: ['merge-tree', '--stdin', '-z', '--name-only', '--no-messages'],
      environment: reportNesting(settings.environment),
      workingDirectory: settings.workingDirectory,
      reports: canReportNesting,
    });
    ignoreBrokenPipe(child);
    const opened: Session = { child, errorText: collectErrorText(child), records: new MergeRecords(), paddingDue: 0, asker: null };
    const forget = (): void => {
      if (session === opened) session = null;
    };
    child.once('close', forget);
    // Without a listener a failed start would end the whole program; the request in progress has its own.
    child.on('error', forget);
    child.stdout.on('data', (chunk: Buffer) => receive(opened, chunk));
    watchNesting(child, () => abandon(opened, 'the server gave no usable answer to a transfer'));
    session = opened;
    return opened;
  }

  function receive(from: Session, chunk: Buffer): void {
    for (const record of from.records.add(chunk)) {
      if (from.paddingDue > 0) {
        from.paddingDue -= 1;
        if (!isPaddingRecord(record)) {
          abandon(from, 'the answer cannot be read');
          return;
        }
        continue;
      }
      const merge = parseMergeRecord(record);
      if (merge === null || from.asker === null) {
        abandon(from, 'the answer cannot be read');
        return;
      }
      from.paddingDue = 1;
      from.asker.answer(merge);
    }
    if (from.records.length > recordLimit) abandon(from, `more than ${recordLimit} bytes of output`);
    else if (from.records.length > 0 && !isMergeStatus(from.records.start)) abandon(from, 'the answer cannot be read');
  }

  /** Whatever it would still print must not be read as the answer to another merge. */
  function abandon(from: Session, detail: string): void {
    if (session === from) session = null;
    processes.kill(from.child);
    from.asker?.giveUp(detail);
  }

  function ask(ours: Sha, theirs: Sha, padding: MergePadding): Promise<MergeAnswer> {
    return new Promise((resolve, reject) => {
      const current = session ?? open();
      const { child, errorText } = current;
      const endInput = (): void => {
        if (session === current) session = null;
        child.stdin.end();
      };
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        clearTimeout(impatience);
        current.asker = null;
        child.off('close', onClose);
        child.off('error', onError);
        act();
      };
      const onClose = (status: number | null): void => settle(() => resolve({ kind: 'ended', status, errorText: errorText() }));
      const onError = (error: Error): void => settle(() => reject(new GitOutage(operation, 'the git program cannot be started', { cause: error })));
      const timer = setTimeout(() => abandon(current, `no answer within ${Math.round(settings.timeoutMilliseconds / 1000)} s`), settings.timeoutMilliseconds);
      const impatience = setTimeout(() => {
        if (answersAtOnce === true) return;
        answersAtOnce = false;
        endInput();
      }, settings.patienceMilliseconds);
      current.asker = {
        answer: (merge) => settle(() => {
          answersAtOnce ??= true;
          resolve({ kind: 'answered', merge });
        }),
        giveUp: (detail) => settle(() => reject(new GitOutage(operation, detail))),
      };
      child.once('close', onClose);
      child.once('error', onError);
      child.stdin.write(`${ours} ${theirs}\n${padding.ours} ${padding.theirs}\n`);
      if (answersAtOnce === false) endInput();
    });
  }

  return {
    merge(ours, theirs) {
      const answer = previous.then(async () => ask(ours, theirs, await settings.padding()));
      // A failed merge is reported to its own caller only; the next one goes on.
      previous = answer.catch(() => undefined);
      return answer;
    },
  };
}
