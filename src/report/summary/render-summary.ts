import { describeCode } from '../../outcomes/codes.js';
import { branchAccount, accountSummary, buildIcon } from '../../outcomes/messages/build-evidence.js';
import { drawCascade, ignoredBranches } from '../../outcomes/messages/cascade-picture.js';
import { stateIcon } from '../../outcomes/messages/icons.js';
import { pullRequestLink } from '../../outcomes/messages/links.js';
import { bulletList, counted, folded, inlineText, paragraphs, table, withinLimit } from '../../outcomes/messages/markdown.js';
import { checksText, escapedHtml } from '../../outcomes/messages/status-report.js';
import { titleOf } from '../../outcomes/messages/title.js';
import { reasonOf } from '../../outcomes/reason.js';
import { isEmptyPlan } from '../../plan/plan.js';
import { inlineCode } from '../../conversation/quote.js';
import type { CommandAccount } from '../../edge/findings.js';
import { changesText, pushesText } from './changes.js';
import { findingsText } from './findings.js';
import { queueMatrix } from './queue-matrix.js';
import { sentence } from './sentence.js';
import type { Execution, Figures, Subject, SubjectReport, SummaryReport } from './report.js';

/** GitHub drops a step summary above 1 MiB without a word; other things may be written to it in the same step. */
export const longestSummary = 1_000_000;

/** A commit can have a thousand runs; those that count come first. */
const mostRuns = 200;
const mostSubjects = 500;

/**
 * The job summary: verdict first, then what explains it, then what was done. Above the limit it is cut at the end, with a
 * note, and never dropped.
 *
 * @param limit in bytes of UTF-8
 */
export function renderSummary(report: SummaryReport, limit = longestSummary): string {
  const [own, ...others] = report.subjects;
  const text = others.length === 0 ? oneSubject(own, report) : severalSubjects(report);
  return withinLimit(`${text}\n`, limit, byteLength);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function oneSubject(subject: SubjectReport, report: SummaryReport): string {
  return paragraphs(`## ${headline(subject)}`, verdictText(subject, report), messageText(subject), notesText(report.notes), evidenceText(subject, report, '###'), queueText(report), figuresText(report.figures));
}

/** A sweep: an overview, then a section for each; those where nothing is to be done are folded. */
function severalSubjects(report: SummaryReport): string {
  const { subjects } = report;
  const ordered = [...subjects].sort((left, right) => urgency(left) - urgency(right));
  const rows = ordered.map((subject) => [stateIcon(subject.state), shortSubject(subject.subject, report), `${titleAndReason(subject)} · ${inlineCode(String(subject.outcome.code))}`]);
  return paragraphs(
    `## ${verdicts(ordered)}`,
    table(['', 'Subject', 'Outcome'], rows, mostSubjects),
    notesText(report.notes),
    queueText(report),
    ...ordered.slice(0, mostSubjects).map((subject) => section(subject, report)),
    figuresText(report.figures),
  );
}

/** `❌ Conflict · ⏳ Waiting for approval (12)`: every outcome that is one, what somebody must act on first. */
function verdicts(ordered: readonly SubjectReport[]): string {
  const headlines = ordered.filter(({ state }) => state !== 'neutral').map(headline);
  const counts = [...new Set(headlines)].map((text) => [text, headlines.filter((other) => other === text).length] as const);
  return counts.length === 0 ? `${stateIcon('neutral')} Nothing to do` : counts.map(([text, count]) => (count === 1 ? text : `${text} (${count})`)).join(' · ');
}

function section(subject: SubjectReport, report: SummaryReport): string {
  const message = subject.subject.kind === 'command' ? null : folded('The message in full', subject.message);
  const content = paragraphs(verdictText(subject, report), message, evidenceText(subject, report, '####'));
  return subject.state === 'neutral'
    ? folded(`${stateIcon(subject.state)} ${plainSubject(subject.subject)}: ${titleOf(subject.outcome)}`, content)
    : paragraphs(`### ${headline(subject)}: ${plainSubject(subject.subject)}`, content);
}

/** What somebody must act on first. */
function urgency({ state }: SubjectReport): number {
  return ['failure', 'pending', 'success', 'neutral'].indexOf(state);
}

function headline({ outcome, state, execution }: SubjectReport): string {
  return `${stateIcon(state)} ${titleOf(outcome)}${execution.kind === 'dry-run' ? ' (dry run)' : ''}`;
}

function verdictText({ subject, outcome, state }: SubjectReport, report: SummaryReport): string {
  const { name } = describeCode(outcome.code);
  return `${subjectText(subject, report)} · **${reasonText({ subject, outcome })}** · ${inlineCode(`${outcome.code} ${name}`)} · ${state}`;
}

/** A reason that begins with the title needs none. */
function titleAndReason(subject: SubjectReport): string {
  const title = titleOf(subject.outcome);
  const reason = reasonText(subject);
  return reason.startsWith(title) ? `**${reason}**` : `**${title}** · ${reason}`;
}

/** Of a command the subject says already which one it is. Its first word can be a name, and stays as it is. */
function reasonText({ subject, outcome }: Pick<SubjectReport, 'subject' | 'outcome'>): string {
  return sentence(subject.kind === 'command' && subject.name !== 'doctor' && (outcome.code === 307 || outcome.code === 308) ? outcome.detail : reasonOf(outcome));
}

/** In sight where somebody has to act or to wait; the rest is for those who want to know. */
function messageText({ subject, state, message }: SubjectReport): string {
  // The verdict on a command says it in full.
  if (subject.kind === 'command') {
    return '';
  }
  return state === 'failure' || state === 'pending' ? message : folded('The message in full', message);
}

function subjectText(subject: Subject, report: SummaryReport): string {
  switch (subject.kind) {
    case 'pull-request':
      return `Pull request ${shortSubject(subject, report)}`;
    case 'queue':
      return 'The queue';
    case 'command':
      return `Command ${inlineCode(subject.name)}`;
    case 'event':
      return `Event ${inlineCode(subject.name)}`;
  }
}

/** For the overview, in which nearly everything is a pull request. */
function shortSubject(subject: Subject, report: SummaryReport): string {
  return subject.kind === 'pull-request' ? `${pullRequestLink(report, subject.number)} ${inlineText(subject.title, 120)}`.trimEnd() : subjectText(subject, report);
}

/** For headings and titles of folded parts, where a title from outside has no place. */
function plainSubject(subject: Subject): string {
  switch (subject.kind) {
    case 'pull-request':
      return `pull request #${String(subject.number)}`;
    case 'queue':
      return 'the queue';
    case 'command':
      return `command ${escapedHtml(subject.name)}`;
    case 'event':
      return `event ${escapedHtml(subject.name)}`;
  }
}

function evidenceText(subject: SubjectReport, report: SummaryReport, heading: '###' | '####'): string {
  const { checks, state, builds, cascade, plan, execution, account } = subject;
  const ignored = cascade === null ? null : ignoredBranches(cascade.ignored);
  // The message stands in sight right above.
  const isToldAlready = heading === '###' && (state === 'failure' || state === 'pending') && ignored !== null && subject.message.includes(ignored);
  return paragraphs(
    account === undefined ? null : accountText(account, execution, report, heading),
    checks.length === 0 ? null : paragraphs(`${heading} Checks`, checksText(checks, state)),
    builds.length === 0 ? null : paragraphs(`${heading} Builds`, ...builds.map((branch) => buildText(branch, report))),
    cascade === null || cascade.steps.length === 0 ? null : paragraphs(`${heading} Cascade`, drawCascade(cascade), isToldAlready ? null : ignored),
    isEmptyPlan(plan) ? null : paragraphs(`${heading} ${changesTitle(execution)}`, changesText(plan, execution, report)),
  );
}

function accountText(account: CommandAccount, execution: Execution, report: SummaryReport, heading: '###' | '####'): string | null {
  switch (account.kind) {
    case 'doctor':
      return findingsText(account.findings, heading);
    case 'version-branch':
      return account.pushes.length === 0 ? null : paragraphs(`${heading} ${changesTitle(execution)}`, pushesText(account.pushes, execution, report));
  }
}

function changesTitle(execution: Execution): string {
  switch (execution.kind) {
    case 'done':
      return 'What was done';
    case 'dry-run':
      return 'What would be done';
    case 'not-done':
      return 'What was not done';
  }
}

/** Open where somebody has to look, folded where all is well. */
function buildText(branch: SubjectReport['builds'][number], report: SummaryReport): string {
  const account = branchAccount(report, branch, mostRuns);
  return branch.state === 'successful' ? folded(`${buildIcon(branch.state)} ${escapedHtml(branch.branch)}: ${accountSummary(branch)}`, account) : account;
}

function queueText(report: SummaryReport): string | null {
  return report.queue === null ? null : paragraphs('### Queue', queueMatrix(report.queue, report));
}

function notesText(notes: readonly string[]): string | null {
  return notes.length === 0 ? null : paragraphs('### Notes', bulletList(notes.map((note) => `⚠️ ${sentence(note)}`), 100));
}

function figuresText({ apiRequests, gitProcesses, milliseconds }: Figures): string {
  return `<sub>${counted(apiRequests, 'API request')} · ${counted(gitProcesses, 'git process', 'git processes')} · ${milliseconds} ms</sub>`;
}
