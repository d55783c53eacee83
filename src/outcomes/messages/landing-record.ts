import { buildKeyText } from '../../builds/build-key.js';
import type { BranchEvidence, BuildEvidence } from '../../builds/verdict.js';
import { inlineCode } from '../../conversation/quote.js';
import type { LandedVersion, LandingRecord } from '../landing-record.js';
import type { TextContext } from './context.js';
import { branchLink, commitLink, webLink } from './links.js';
import { bulletList, paragraphs, table } from './markdown.js';
import { optionText } from './options.js';

const notKnown = 'not known';

/** The landing record for people (spec 5): enough to check later that the merge was right. */
export function landingRecordText(landing: LandingRecord, context: TextContext): string {
  const { versions, forced } = landing;
  return paragraphs(
    forced === true ? '⚠️ **Forced:** an administrator merged the queue whatever the builds said.' : null,
    table(['Version branch', 'Before', 'After', 'Tested'], versions.map((version) => versionRow(version, context))),
    isMadeUpLater(landing) ? '⚠️ This record was made up later: the run that merged ended before it could tell. Where the branches stood before, and what was tested, is not known here.' : null,
    buildsText(landing),
    bulletList([
      `head that landed: ${commitLink(context, landing.head)}`,
      `approvals: ${approvalsText(landing, context)}`,
      `options and bypasses in force: ${optionsText(landing.options, context)}`,
      `forced: ${forced === null ? notKnown : forced ? '**yes**' : 'no'}`,
      `settings: ${inlineCode(landing.settingsHash)}`,
    ]),
  );
}

function isMadeUpLater({ versions }: LandingRecord): boolean {
  return versions.some(({ before, tested }) => before === null || tested === null);
}

function versionRow({ branch, before, after, tested }: LandedVersion, context: TextContext): readonly string[] {
  return [
    branchLink(context, branch),
    before === null ? notKnown : commitLink(context, before),
    commitLink(context, after),
    tested === null ? notKnown : `${commitLink(context, tested.commit)} on ${inlineCode(tested.branch)}`,
  ];
}

function buildsText({ versions, buildsSkipped, forced }: LandingRecord): string {
  switch (buildsSkipped) {
    case 'bypassed':
      return '⚠️ **Builds were not looked at:** `bypass_build_status` is in force.';
    case 'no-build-key':
      return '⚠️ **Builds were not looked at:** the setting `build_key` is empty.';
    case null: {
      const tested = versions.flatMap((version) => (version.tested === null ? [] : [version.tested]));
      const rows = tested.flatMap(({ branch, evidence }) => (evidence === null ? [] : evidenceRows(evidence, branch)));
      const without = tested.filter(({ evidence }) => evidence === null).map(({ branch }) => inlineCode(branch));
      const unsure = tested.some(({ evidence }) => evidence?.keys.some(({ saysWhichBranch }) => !saysWhichBranch) === true);
      return paragraphs(
        rows.length === 0 ? null : paragraphs('What vouched for it:', table(['Branch', 'What', 'Id', 'Attempt', 'Workflow', 'Result', 'Ran on'], rows)),
        unsure ? '⚠️ A commit status or check run belongs to a commit: it cannot say which branch was built.' : null,
        without.length === 0 || forced === true ? null : `No build of its own is on record for ${without.join(', ')}: a later entry of the queue that contains it vouched for it.`,
      );
    }
  }
}

/** Not linked: the merge has deleted these branches. */
function evidenceRows({ keys }: BranchEvidence, branch: string): ReadonlyArray<readonly string[]> {
  return keys.flatMap((key) =>
    key.evidence.length === 0
      ? [[inlineCode(branch), inlineCode(buildKeyText(key.key)), '', '', '', 'none', '']]
      : key.evidence.map((evidence: BuildEvidence) => [inlineCode(branch), ...evidenceCells(evidence)]),
  );
}

function evidenceCells(evidence: BuildEvidence): readonly string[] {
  switch (evidence.kind) {
    case 'workflow-run':
      return [
        webLink(`workflow run ${inlineCode(evidence.name ?? evidence.workflow)}`, evidence.link),
        String(evidence.id),
        String(evidence.attempt),
        inlineCode(evidence.workflow),
        inlineCode(evidence.result),
        evidence.branch === null ? notKnown : inlineCode(evidence.branch),
      ];
    case 'commit-status':
      return [webLink(`commit status ${inlineCode(evidence.context)}`, evidence.link), '', '', '', inlineCode(evidence.result), 'any branch'];
    case 'check-run':
      return [webLink(`check run ${inlineCode(evidence.name)}`, evidence.link), String(evidence.id), '', evidence.appSlug === null ? '' : `app ${inlineCode(evidence.appSlug)}`, inlineCode(evidence.result), 'any branch'];
  }
}

function approvalsText({ approvals }: LandingRecord, context: TextContext): string {
  if (approvals === null) {
    return notKnown;
  }
  return approvals.length === 0
    ? 'none'
    : approvals.map(({ login, commit, onHead }) => `${inlineCode(login)} on ${commit === null ? 'a commit GitHub does not name' : commitLink(context, commit)}${onHead ? '' : ' (not the newest commit)'}`).join(', ');
}

function optionsText(options: LandingRecord['options'], context: TextContext): string {
  if (options === null) {
    return notKnown;
  }
  return options.length === 0 ? 'none' : options.map((option) => optionText(option, context)).join(', ');
}
