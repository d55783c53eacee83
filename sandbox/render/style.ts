/** The style sheet of a summary page; light or dark as the reader's system asks. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3); --muted: light-dark(#59636e, #9198a1); --page: light-dark(#f6f8fa, #0d1117);
  --card: light-dark(#ffffff, #151b23); --line: light-dark(#d1d9e0, #3d444d); --soft: light-dark(#f0f3f6, #212830);
  --link: light-dark(#0969da, #58a6ff); --bad: light-dark(#cf222e, #ff7b72);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 1100px; margin: 0 auto; padding: 28px 20px 60px; }
header h1 { font-size: 24px; margin: 0 0 18px; }
nav { margin: 0 0 22px; padding: 12px 18px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
nav ol { margin: 0; padding-left: 22px; columns: 2; column-gap: 40px; }
main > section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 18px 24px; margin: 0 0 22px; overflow-wrap: anywhere; }
main > section > h2:first-child { font-size: 14px; font-weight: 600; color: var(--muted); letter-spacing: .02em; margin: 0 0 14px; padding: 0 0 10px; border-bottom: 1px solid var(--line); }
.markdown > :first-child { margin-top: 0; }
.markdown h1 { font-size: 24px; } .markdown h2 { font-size: 20px; } .markdown h3 { font-size: 17px; }
.markdown h1, .markdown h2 { border-bottom: 1px solid var(--line); padding-bottom: 6px; }
.markdown h1, .markdown h2, .markdown h3, .markdown h4 { margin: 24px 0 12px; line-height: 1.3; }
p, ul, ol, pre, blockquote, details, .table, .alert { margin: 0 0 14px; }
li > ul, li > ol { margin-bottom: 0; }
li:has(> input[type=checkbox]) { list-style: none; margin-left: -1.4em; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
code, kbd, pre { font-family: ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; font-size: 85%; }
code { background: var(--soft); padding: .15em .4em; border-radius: 5px; }
pre { background: var(--soft); padding: 14px 16px; border-radius: 8px; overflow-x: auto; overflow-wrap: normal; }
pre code { background: none; padding: 0; font-size: inherit; }
kbd { background: var(--soft); border: 1px solid var(--line); border-radius: 5px; padding: .1em .4em; }
blockquote { border-left: 4px solid var(--line); color: var(--muted); padding: 0 14px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 22px 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 6px 13px; text-align: left; vertical-align: top; overflow-wrap: normal; }
th { background: var(--soft); font-weight: 600; } tbody tr:nth-child(even) { background: color-mix(in srgb, var(--soft) 45%, transparent); }
th.center, td.center { text-align: center; } th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; }
details { border: 1px solid var(--line); border-radius: 8px; padding: 8px 14px; }
details > summary { cursor: pointer; font-weight: 600; } details[open] > summary { margin-bottom: 10px; }
.alert { border-left: 4px solid var(--accent); padding: 4px 16px; } .alert > :last-child { margin-bottom: 0; }
.alert-title { color: var(--accent); font-weight: 600; margin-bottom: 4px; }
.alert.note { --accent: light-dark(#0969da, #4493f8); } .alert.tip { --accent: light-dark(#1a7f37, #3fb950); }
.alert.important { --accent: light-dark(#8250df, #ab7df8); } .alert.warning { --accent: light-dark(#9a6700, #d29922); } .alert.caution { --accent: var(--bad); }
.image { color: var(--muted); border: 1px dashed var(--line); border-radius: 5px; padding: 0 .4em; font-size: 85%; }
.diagram-error { color: var(--bad); font-weight: 600; margin-bottom: 6px; }
.nothing { color: var(--muted); font-style: italic; }
.git-graph { overflow-x: auto; margin: 0 0 14px; padding: 6px 0; border: 1px solid var(--line); border-radius: 8px; }
.git-graph svg { display: block; font-family: ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; }
.lane-0 { --lane: light-dark(#0969da, #58a6ff); } .lane-1 { --lane: light-dark(#1a7f37, #3fb950); }
.lane-2 { --lane: light-dark(#8250df, #bc8cff); } .lane-3 { --lane: light-dark(#bc4c00, #f0883e); }
.lane-4 { --lane: light-dark(#bf3989, #f778ba); } .lane-5 { --lane: light-dark(#1b7c83, #39c5cf); }
.lane-6 { --lane: light-dark(#7d4e00, #d29922); } .lane-7 { --lane: light-dark(#59636e, #9198a1); }
.rail { stroke: var(--line); stroke-dasharray: 2 5; } .branch { fill: color-mix(in srgb, var(--lane) 14%, var(--card)); stroke: var(--lane); }
.branch-name { fill: var(--text); font-size: 12px; } .edge { fill: none; stroke: var(--lane); stroke-width: 2.5; }
.dot { fill: var(--lane); stroke: var(--card); stroke-width: 2; } .hole { fill: var(--card); } .cross { stroke: var(--card); stroke-width: 2.2; fill: none; }
.commit.reverse .dot { fill: var(--bad); }
.commit-id, .tag { font-size: 10.5px; text-anchor: middle; paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; } .commit-id { fill: var(--muted); } .tag { fill: var(--text); font-weight: 600; }
@media (max-width: 640px) { nav ol { columns: 1; } main > section { padding: 14px; } }
`;
