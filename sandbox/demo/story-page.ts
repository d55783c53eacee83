import type { Incident, Refusal } from './story-approval.js';

/** The story in a few lines, above the job summaries on the page. Its names are the story's own, nobody else's text. */
export function incidentMarkdown(incident: Incident, { blind, states, run }: Refusal, merged: boolean): string {
  const rows = incident.branches.map(({ branch, oldName, commit }, index) =>
    `| \`${commit.slice(0, 7)}\` | \`${oldName}\` | \`${branch}\` | ${blind[index] ?? 'not told'} | **${states[index] ?? 'not told'}** |`,
  );
  return [
    'A source branch got another name. So every commit carried two names: CI had succeeded under the old one and was still running under the new one. Then an approval came.',
    '',
    '| Commit | Old name | New name | Best result of the commit | Verdict by branch |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `A robot that takes the best result of the commit merges here what nobody has tested under its name. This one answered **${run.code ?? 'nothing'} ${run.result.outputs.outcome ?? ''}** and pushed nothing${merged ? '; when CI was green it merged into every version, in one atomic push' : ''}.`,
    '',
    'Below are the job summaries of these runs, as GitHub shows them.',
  ].join('\n');
}
