import type { OutcomeOf } from '../outcome.js';
import type { LandingRecord } from '../landing-record.js';
import { inlineCode } from '../../conversation/quote.js';
import { ignoredBranches } from './cascade-picture.js';
import type { TextContext } from './context.js';
import { branchLink, commitLink, compareLink } from './links.js';
import { landingRecordText } from './landing-record.js';
import { bulletList, counted, folded, inlineText, paragraphs, table } from './markdown.js';

/** Outcome 102. */
export function mergedMessage({ landing, ignored }: OutcomeOf<102>, context: TextContext): string {
  return paragraphs('This pull request is merged.', landedTable(landing, context), ignoredBranches(ignored), record(landing, context), 'Thank you!');
}

/** Outcome 126. */
export function mergedInPartMessage({ landing, ignored, remaining }: OutcomeOf<126>, context: TextContext): string {
  return paragraphs(
    `This pull request is merged **as it was when it was queued**, at ${commitLink(context, landing.head)}. ${counted(remaining.length, 'newer commit')} did not land:`,
    bulletList(remaining.map(({ sha, subject }) => `${commitLink(context, sha)} ${inlineText(subject, 100)}`)),
    landedTable(landing, context),
    ignoredBranches(ignored),
    '**What happens now:** nothing is lost. The remaining commits start a new cycle: approvals and builds are looked at again, and they merge like any other change.',
    record(landing, context),
  );
}

function landedTable({ versions }: LandingRecord, context: TextContext): string {
  const rows = versions.map(({ branch, before, after }) => [
    branchLink(context, branch),
    commitLink(context, after),
    before === null ? '' : compareLink(context, 'what came in', before, after),
  ]);
  return table(['Landed on', 'Now at', 'Changes'], rows);
}

function record(landing: LandingRecord, context: TextContext): string {
  return folded('Landing record: what was tested, approved and set', landingRecordText(landing, context));
}

/** Outcome 305. */
export function cleanedUpMessage({ deleted, closed }: OutcomeOf<305>): string {
  return paragraphs(
    'The pull request was closed, so I removed what I had made for it:',
    bulletList([...deleted.map((branch) => `branch ${inlineCode(branch)}`), ...closed.map((number) => `integration pull request #${number}`)]),
  );
}
