import type { Finding } from '../doctor/finding.js';
import { findingLine, findingLines } from '../doctor/outcome.js';
import { codes } from '../outcomes/codes.js';
import { titleOf } from '../outcomes/messages/title.js';
import type { Outcome } from '../outcomes/outcome.js';
import { explanationOf, reasonOf } from '../outcomes/reason.js';
import type { Handled } from '../edge/handle.js';
import { outcomeState } from '../pull-request/telling.js';
import type { OutputName } from '../settings/outputs.js';
import type { RunReport } from './run-report.js';

/** All outputs of a job together may hold 1 MB; the list of outcomes is the only one that grows. */
const mostOutcomeCharacters = 400_000;

/** The outputs of the action (spec 5, "Outputs"), written also when the job fails. */
export function outputs(report: RunReport): Readonly<Record<OutputName, string>> {
  const { outcome, handled } = report;
  return {
    code: String(outcome.code),
    outcome: codes[outcome.code].name,
    state: outcomeState(outcome),
    'pull-request': report.subject === null ? '' : String(pullRequestNumber(report)),
    // A dry run has merged and queued nothing; what it would have done is in `outcomes`.
    merged: JSON.stringify(numbersWith(report.dryRun ? [] : handled, [102, 126])),
    queued: JSON.stringify(numbersWith(report.dryRun ? [] : handled, [125])),
    message: messageOf(outcome),
    outcomes: outcomesJson(handled),
  };
}

/** An event on an integration pull request is about its parent. */
function pullRequestNumber({ subject, handled }: RunReport): number | null {
  return handled.find(({ number }) => number === subject)?.pullRequest?.number ?? subject;
}

/** A merge told late, by the run after the one that did it, counts for that earlier run. */
function numbersWith(handled: readonly Handled[], wanted: readonly number[]): readonly number[] {
  return handled.filter(({ outcome }) => wanted.includes(outcome.code)).map(({ number, pullRequest }) => pullRequest?.number ?? number);
}

function messageOf(outcome: Outcome): string {
  const title = outcome.code === 307 || outcome.code === 308 ? titleOf(outcome) : codes[outcome.code].title;
  const reason = explanationOf(outcome);
  return reason.startsWith(`${title}: `) ? reason : `${title}: ${reason}`;
}

function outcomesJson(handled: readonly Handled[]): string {
  const entries = handled.map(({ number, pullRequest, outcome, notices }) => ({
    pullRequest: pullRequest?.number ?? number,
    code: outcome.code,
    outcome: codes[outcome.code].name,
    state: outcomeState(outcome),
    message: messageOf(outcome),
    notices: notices.map(({ code }) => code),
    ...(outcome.code === 102 || outcome.code === 126 ? { landing: outcome.landing } : {}),
  }));
  const whole = JSON.stringify(entries);
  if (whole.length <= mostOutcomeCharacters) {
    return whole;
  }
  return JSON.stringify(entries.map(({ pullRequest, code, outcome, state }) => ({ pullRequest, code, outcome, state, shortened: true })));
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** GitHub shows ten annotations of a kind per step; the summary holds all. */
const mostAnnotations = 10;

/** Failures, findings and notes, for the page of the run. Names from outside are in the reasons, cleaned. */
export function annotations(report: RunReport): readonly Annotation[] {
  const failures = report.handled.filter(({ outcome }) => outcomeState(outcome) === 'failure');
  const ownFailure: readonly Annotation[] =
    outcomeState(report.outcome) === 'failure' && failures.length === 0 ? problemLines(report.outcome) : [];
  const ofPullRequests = failures.map(({ number, outcome }): Annotation => ({ level: 'error', title: `#${number}: ${codes[outcome.code].title}`, message: reasonOf(outcome) }));
  const notes = report.notes.map((message): Annotation => ({ level: 'warning', title: 'Please note', message }));
  const found = findingsOf(report).map(findingAnnotation);
  const of = (level: Annotation['level']) => [...ownFailure, ...ofPullRequests, ...found, ...notes].filter((annotation) => annotation.level === level).slice(0, mostAnnotations);
  return [...of('error'), ...of('warning'), ...of('notice')];
}

function findingsOf({ command }: RunReport): readonly Finding[] {
  return command?.kind === 'doctor' ? command.findings : [];
}

function findingAnnotation(finding: Finding): Annotation {
  return { level: finding.severity === 'note' ? 'notice' : finding.severity, title: 'Doctor', message: findingLine(finding) };
}

/** What the log holds beside the annotations: everything that was found, and every note that did not become one. */
export function logLines(report: RunReport): readonly string[] {
  const shown = new Set(annotations(report).map(({ message }) => message));
  return [...findingsOf(report).flatMap(findingLines), ...report.notes.filter((note) => !shown.has(note))];
}

/** Every problem of the settings is told at once. */
function problemLines(outcome: Outcome): readonly Annotation[] {
  const title = titleOf(outcome);
  const lines = outcome.code === 219 || outcome.code === 220 ? outcome.problems : [explanationOf(outcome)];
  return lines.map((message) => ({ level: 'error', title, message }));
}
