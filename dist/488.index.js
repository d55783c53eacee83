export const id = 488;
export const ids = [488];
export const modules = {

/***/ 6488:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keepDashboard: () => (/* binding */ keepDashboard)
});

// EXTERNAL MODULE: ./src/conversation/login.ts
var login = __webpack_require__(198);
// EXTERNAL MODULE: ./src/conversation/quote.ts
var quote = __webpack_require__(6431);
// EXTERNAL MODULE: ./src/outcomes/messages/icons.ts
var icons = __webpack_require__(812);
// EXTERNAL MODULE: ./src/outcomes/messages/links.ts
var links = __webpack_require__(2243);
// EXTERNAL MODULE: ./src/outcomes/messages/markdown.ts
var markdown = __webpack_require__(377);
// EXTERNAL MODULE: ./src/outcomes/messages/queue-cells.ts
var queue_cells = __webpack_require__(3357);
// EXTERNAL MODULE: ./src/gitwaterflow/branch-name.ts
var branch_name = __webpack_require__(5571);
// EXTERNAL MODULE: ./src/gitwaterflow/version.ts
var gitwaterflow_version = __webpack_require__(6307);
;// CONCATENATED MODULE: ./src/dashboard/queue.ts


/**
 * The queue after a run: what it saw, or else what was known, and then what it pushed. The queue branches are the queue, so the
 * pushes tell who came and went, whatever the outcomes are called.
 *
 * @param now epoch minutes
 */
function queueAfter(known, seen, pushed, now) {
    const rows = rowsOf(seen, known).map((row) => ({ number: row.number, since: row.since, cells: new Map(Object.entries(row.cells)) }));
    for (const { ref, from, to } of pushed) {
        const branch = (0,branch_name/* parseBranchName */.pD)(ref.replace(/^refs\/heads\//, ''));
        if (branch?.kind !== 'queue-integration') {
            continue;
        }
        const version = (0,gitwaterflow_version/* formatVersion */.qh)(branch.version);
        const ofPullRequest = rows.filter((row) => row.number === branch.pullRequest);
        if (to === null) {
            ofPullRequest.forEach((row) => row.cells.delete(version));
            continue;
        }
        const row = ofPullRequest.find((candidate) => candidate.cells.size > 0 && pathOf(candidate) === pathOfVersion(version)) ?? newRow(branch.pullRequest, known, now);
        if (!rows.includes(row)) {
            rows.push(row);
        }
        row.since ??= now;
        // A run that looked at the queue after this push has seen more of the branch than the push tells.
        if (from !== null || !row.cells.has(version)) {
            row.cells.set(version, 'not-started');
        }
    }
    const standing = rows.filter(({ cells }) => cells.size > 0).map(({ number, since, cells }) => ({ number, since, cells: Object.fromEntries(cells) }));
    return pathsOf(standing).flatMap(({ rows: path }) => path);
}
function rowsOf(seen, known) {
    switch (seen.kind) {
        case 'not-looked-at':
            return known;
        case 'empty':
            return [];
        case 'matrix': {
            const { versions, rows } = seen.matrix;
            return rows.map(({ pullRequest, cells }) => ({
                number: pullRequest,
                since: sinceOf(pullRequest, known),
                cells: Object.fromEntries(versions.flatMap(({ version }, column) => (cells[column] === null || cells[column] === undefined ? [] : [[version, cells[column].state]]))),
            }));
        }
    }
}
/** A pull request that is queued again, because the queue was rebuilt, waits since it was queued first. */
function newRow(number, known, now) {
    return { number, since: sinceOf(number, known) ?? now, cells: new Map() };
}
function sinceOf(number, known) {
    return known.find((row) => row.number === number)?.since ?? null;
}
/** Hotfixes first, by version; each in the order of queueing. */
function pathsOf(queue) {
    const names = [...new Set(queue.map((row) => pathOfVersion(Object.keys(row.cells)[0] ?? '')))].sort((left, right) => order(left) - order(right) || byVersion(left, right));
    return names.map((name) => ({ name, rows: queue.filter((row) => pathOfVersion(Object.keys(row.cells)[0] ?? '') === name) }));
}
/** Place on its path, from 1; null: it is not in the queue. */
function positionIn(queue, number) {
    for (const { rows } of pathsOf(queue)) {
        const index = rows.findIndex((row) => row.number === number);
        if (index !== -1) {
            return { position: index + 1, length: rows.length };
        }
    }
    return null;
}
/** The columns: every version on which something is queued, in the order of the cascade. */
function versionsOf(queue) {
    return [...new Set(queue.flatMap(({ cells }) => Object.keys(cells)))].sort(byVersion);
}
function pathOf({ cells }) {
    return pathOfVersion([...cells.keys()][0] ?? '');
}
function pathOfVersion(version) {
    return (0,gitwaterflow_version/* parseVersion */.ot)(version)?.length === 4 ? version : 'development';
}
function order(path) {
    return path === 'development' ? 1 : 0;
}
function byVersion(left, right) {
    const [one, other] = [(0,gitwaterflow_version/* parseVersion */.ot)(left), (0,gitwaterflow_version/* parseVersion */.ot)(right)];
    return one === null || other === null ? 0 : (0,gitwaterflow_version/* compareVersions */.Zy)(one, other);
}

;// CONCATENATED MODULE: ./src/dashboard/estimate.ts

/** Of fewer merges than these nothing can be said. */
const leastWaits = 3;
/** Median of the recent times from queued to merged, in minutes; null: too few to tell. */
function usualWait(waits) {
    if (waits.length < leastWaits) {
        return null;
    }
    const sorted = [...waits].sort((left, right) => left - right);
    const middle = sorted.length / 2;
    return Math.round(((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2);
}
/**
 * For each row of the queue. What a pull request waits, recent ones have waited from the same kind of place in the queue, so
 * its position needs no term of its own; but nobody merges before those queued earlier on the same path.
 */
function expectations(queue, waits) {
    const usual = usualWait(waits);
    const expected = new Map();
    for (const { rows } of pathsOf(queue)) {
        let blocked = false;
        let earliest = 0;
        for (const row of rows) {
            blocked ||= Object.values(row.cells).includes('failed');
            if (blocked) {
                expected.set(row, { kind: 'blocked' });
            }
            else if (usual === null || row.since === null) {
                expected.set(row, { kind: 'not-known' });
            }
            else {
                earliest = Math.max(earliest, row.since + usual);
                expected.set(row, { kind: 'about', at: earliest });
            }
        }
    }
    return expected;
}

;// CONCATENATED MODULE: ./src/dashboard/render.ts







/** Title of an issue the robot opens. */
const dashboardTitle = 'Merge queue and open pull requests';
const mostRows = 300;
/**
 * The text for people. It depends on the state alone, and all times in it are those of events: the same state gives the same
 * text, so that the issue is edited only when something changed.
 *
 * @param limit in characters; what is too long is cut at the end, with a note
 */
function renderDashboard(state, context, limit) {
    const text = (0,markdown/* paragraphs */.qN)('## Queue', queueText(state, context), `## Open pull requests${state.open.length === 0 ? '' : ` (${state.open.length})`}`, openText(state, context), state.complete ? null : '> [!NOTE]\n> Not everything was looked at yet: the next sweep completes this page.', '## Recently merged', mergedText(state.merged, context), '<sub>Kept up to date by the merge robot; times are UTC. Should two of its runs have met here, the next sweep puts it right.</sub>');
    return (0,markdown/* withinLimit */.zl)(text, limit, ({ length }) => length);
}
function queueText(state, context) {
    const { queue, waits } = state;
    if (queue.length === 0) {
        return 'The queue is empty.';
    }
    const versions = versionsOf(queue);
    const expected = expectations(queue, waits);
    const usual = usualWait(waits);
    const rows = pathsOf(queue).flatMap(({ rows: path }) => path.map((row, index) => [
        String(index + 1),
        `${(0,links/* pullRequestLink */.Zl)(context, row.number)} ${(0,markdown/* inlineText */.ln)(titleIn(state, row.number))}`.trimEnd(),
        ...versions.map((version) => (0,queue_cells/* cellIcon */.U)(row.cells[version] ?? null)),
        row.since === null ? '–' : timeText(row.since),
        expectationText(expected.get(row) ?? { kind: 'not-known' }, row.since),
    ]));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* table */.tp)(['Position:', 'Pull request', ...versions.map((version) => `${(0,quote/* inlineCode */.t)(version)}:`), 'Queued', 'Expected to merge'], rows, mostRows), (0,queue_cells/* cellLegend */.S)(queue.flatMap((row) => versions.map((version) => row.cells[version] ?? null)), ...(pathsOf(queue).length > 1 ? ['every hotfix has a queue of its own'] : [])), usual === null ? null : `A pull request usually merges ${durationText(usual)} after it was queued (median of the last ${waits.length}).`);
}
function titleIn({ open }, number) {
    return open.find((each) => each.number === number)?.title ?? '';
}
function expectationText(expectation, since) {
    switch (expectation.kind) {
        case 'about':
            // The day is in the column before.
            return since !== null && timeText(since).slice(0, 10) === timeText(expectation.at).slice(0, 10) ? `about ${timeText(expectation.at).slice(11)}` : `about ${timeText(expectation.at)}`;
        case 'blocked':
            return 'when the failure is dealt with';
        case 'not-known':
            return '–';
    }
}
/** What a person must act on first. */
const urgency = ['failure', 'pending', 'success', 'neutral'];
function openText({ open, queue }, context) {
    if (open.length === 0) {
        return 'None.';
    }
    const sorted = [...open].sort((left, right) => urgency.indexOf(left.state) - urgency.indexOf(right.state) || left.number - right.number);
    const rows = sorted.map((each) => [
        (0,icons/* stateIcon */.h)(each.state),
        `${(0,links/* pullRequestLink */.Zl)(context, each.number)} ${(0,markdown/* inlineText */.ln)(each.title)}`.trimEnd(),
        each.destination === '' ? '' : (0,quote/* inlineCode */.t)(each.destination),
        waitingText(each, queue),
    ]);
    return (0,markdown/* table */.tp)(['', 'Pull request', 'Into', 'Waits for'], rows, mostRows);
}
function waitingText({ number, state, reason }, queue) {
    const place = state === 'failure' ? null : positionIn(queue, number);
    return place === null ? (0,markdown/* inlineText */.ln)(reason) : `In the queue, at position ${place.position} of ${place.length}`;
}
function mergedText(merged, context) {
    if (merged.length === 0) {
        return 'None that was seen.';
    }
    const rows = merged.map(({ number, title, branches, at }) => [
        `${(0,links/* pullRequestLink */.Zl)(context, number)} ${(0,markdown/* inlineText */.ln)(title)}`.trimEnd(),
        branches.map((branch) => (0,links/* branchLink */.li)(context, branch)).join(', '),
        timeText(at),
    ]);
    return (0,markdown/* table */.tp)(['Pull request', 'Into', 'Merged'], rows, mostRows);
}
/** `2026-05-20 14:05`. */
function timeText(minutes) {
    return new Date(minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}
function durationText(minutes) {
    const hours = Math.floor(minutes / 60);
    if (minutes < 1) {
        return 'within a minute';
    }
    if (hours >= 48) {
        return (0,markdown/* counted */.hS)(Math.round(hours / 24), 'day');
    }
    return hours === 0 ? (0,markdown/* counted */.hS)(minutes, 'minute') : `${(0,markdown/* counted */.hS)(hours, 'hour')}${minutes % 60 === 0 ? '' : ` ${(0,markdown/* counted */.hS)(minutes % 60, 'minute')}`}`;
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/dashboard/state.ts


const emptyDashboard = { complete: false, open: [], queue: [], merged: [], waits: [] };
/** A body holds 65,536 characters; what is shown needs the greater part. */
const longestState = 24_000;
const mostMerged = 10;
const mostWaits = 20;
const mostBranches = 8;
const longestTitle = 80;
const longestReason = 140;
const longestName = 100;
/** Cut to what an issue can hold; of the open pull requests the newest are left out first. */
function withinBounds(state) {
    const bounded = {
        complete: state.complete,
        open: state.open.map((each) => ({ ...each, title: cut(each.title, longestTitle), destination: cut(each.destination, longestName), reason: cut(each.reason, longestReason) })),
        queue: state.queue,
        merged: state.merged.slice(0, mostMerged).map((each) => ({ ...each, title: cut(each.title, longestTitle), branches: each.branches.slice(0, mostBranches).map((branch) => cut(branch, longestName)) })),
        waits: state.waits.slice(0, mostWaits),
    };
    let kept = bounded;
    while (encodeState(kept).length > longestState && (kept.open.length > 0 || kept.queue.length > 0)) {
        kept = kept.open.length > 0 ? { ...kept, open: kept.open.slice(0, Math.floor(kept.open.length * 0.9)) } : { ...kept, queue: kept.queue.slice(0, Math.floor(kept.queue.length * 0.9)) };
    }
    return kept;
}
/** JSON that is safe inside an HTML comment: nothing in it can end the comment, or be taken for a mention by a careless reader. */
function encodeState(state) {
    return JSON.stringify({ version: 1, ...state }).replaceAll(/[<>&@#\p{Cf}\u2028\u2029]|-(?=[->])/gu, escaped);
}
/** Null if this is no state of a version that is known: it was edited by hand, or a newer robot wrote it. */
function decodeState(text) {
    let written;
    try {
        written = JSON.parse(text);
    }
    catch (error) {
        if (error instanceof SyntaxError) {
            return null;
        }
        throw error;
    }
    const read = dist/* safeParse */.xLC(stateSchema, written);
    if (!read.success) {
        return null;
    }
    const { complete, open, queue, merged, waits } = read.output;
    return { complete, open, queue, merged, waits };
}
/** Greatest time that `Date` can tell, in minutes. */
const latest = 8.64e15 / 60_000;
const number = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1));
const minutes = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0), dist/* maxValue */.cGV(latest));
const version = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y((text) => (0,gitwaterflow_version/* parseVersion */.ot)(text) !== null));
const cell = dist/* picklist */.KIO(['successful', 'in-progress', 'not-started', 'failed', 'not-read', 'not-asked']);
const stateSchema = dist/* object */.Ikc({
    version: dist/* literal */.euz(1),
    complete: dist/* boolean */.zMY(),
    open: dist/* array */.YOg(dist/* object */.Ikc({ number, title: dist/* string */.YjP(), destination: dist/* string */.YjP(), state: dist/* picklist */.KIO(['success', 'pending', 'failure', 'neutral']), reason: dist/* string */.YjP() })),
    queue: dist/* array */.YOg(dist/* object */.Ikc({ number, since: dist/* nullable */.mee(minutes), cells: dist/* record */.g1P(version, cell) })),
    merged: dist/* array */.YOg(dist/* object */.Ikc({ number, title: dist/* string */.YjP(), branches: dist/* array */.YOg(dist/* string */.YjP()), at: minutes, head: dist/* string */.YjP() })),
    waits: dist/* array */.YOg(minutes),
});
function escaped(character) {
    return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
/** On one line; cut between two characters. */
function cut(text, limit) {
    const characters = Array.from(text.slice(0, 4 * limit).replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim());
    return characters.length > limit ? `${characters.slice(0, limit - 1).join('').trimEnd()}…` : characters.join('');
}

;// CONCATENATED MODULE: ./src/dashboard/section.ts

/**
 * Where the dashboard lies in the body of its issue: between two hidden lines, so that the issue may be a person's and say
 * other things. Everything outside of them is left as it is.
 */
const begin = '<!-- bert-e dashboard: begin; the robot writes what follows -->';
const end = '<!-- bert-e dashboard: end -->';
const statePattern = /^<!-- bert-e dashboard: state (?<json>\{[^\n]*\}) -->$/m;
/** GitHub's limit for the body of an issue, in characters. */
const longestBody = 65_536;
/** Whether a body holds a dashboard, or one that somebody has cut the end of. */
function holdsDashboard(body) {
    return linesThatAre(begin, body).length > 0;
}
/** What the dashboard in this body knows; null if there is none, or none that can be read. */
function stateIn(body) {
    const place = placeOf(body);
    const json = place === null ? undefined : statePattern.exec(normalised(body.slice(place.from, place.to)))?.groups?.json;
    return json === undefined ? null : decodeState(json);
}
/**
 * The body with this dashboard in place of the one it holds, or at its end if it holds none; the very same body if that changes
 * nothing. Null: beside what else is in the body there is no room.
 *
 * @param render the text for people, within a number of characters
 */
function bodyWith(body, state, render) {
    const place = placeOf(body);
    const before = place === null ? beforeNew(body) : body.slice(0, place.from);
    const after = place === null ? '' : body.slice(place.to);
    const frame = (text) => [begin, '', text, '', `<!-- bert-e dashboard: state ${encodeState(state)} -->`, end].join('\n');
    const room = longestBody - before.length - after.length - frame('').length;
    if (room < 200) {
        return null;
    }
    const section = frame(render(room));
    // GitHub gives lines back as the last editor's browser ended them.
    return place !== null && normalised(body.slice(place.from, place.to)) === section ? body : `${before}${section}${after}`;
}
/** The last beginning, and the first end behind it: what a person writes above, or leaves of an older one, stays theirs. */
function placeOf(body) {
    const from = linesThatAre(begin, body).at(-1);
    const to = linesThatAre(end, body).find((at) => from !== undefined && at > from);
    return from === undefined || to === undefined ? null : { from, to: to + end.length };
}
/** Where this mark stands on a line of its own; within a line it is somebody's words. */
function linesThatAre(mark, body) {
    const found = [];
    for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
        if ((at === 0 || body[at - 1] === '\n') && /^\r?(?:\n|$)/.test(body.slice(at + mark.length, at + mark.length + 2))) {
            found.push(at);
        }
    }
    return found;
}
function beforeNew(body) {
    return body.trim() === '' ? '' : `${body.trimEnd()}\n\n`;
}
function normalised(text) {
    return text.replaceAll('\r\n', '\n');
}

// EXTERNAL MODULE: ./src/outcomes/reason.ts
var reason = __webpack_require__(1725);
// EXTERNAL MODULE: ./src/pull-request/telling.ts + 1 modules
var telling = __webpack_require__(8973);
;// CONCATENATED MODULE: ./src/dashboard/update.ts




/** The dashboard after a run: its part is new, the rest stays. */
function updateDashboard(known, look) {
    const merges = look.pullRequests.flatMap((seen) => mergeOf(seen, known, look.now));
    const left = new Set(look.pullRequests.filter(({ outcome }) => leavesQueue.includes(outcome.code)).map(({ number }) => number));
    const queue = queueAfter(known.queue, look.queue, look.pushed, look.now).filter(({ number }) => !left.has(number));
    const waits = merges.flatMap(({ number }) => {
        const since = known.queue.find((row) => row.number === number)?.since ?? null;
        return since === null ? [] : [Math.max(0, look.now - since)];
    });
    return withinBounds({
        complete: known.complete || look.everything,
        open: openAfter(known.open, look),
        queue,
        merged: [...merges, ...known.merged],
        waits: [...waits, ...known.waits],
    });
}
/** Also where the pushes are not known, because another run made them: merged, merged in part, taken out. */
const leavesQueue = [102, 126, 139];
function mergeOf({ number, about, outcome }, known, now) {
    if (outcome.code !== 102 && outcome.code !== 126) {
        return [];
    }
    const { landing } = outcome;
    const head = landing.head.slice(0, 12);
    // A merge may be told a second time, by a run that finds it untold.
    if (known.merged.some((merged) => merged.number === number && merged.head === head)) {
        return [];
    }
    return [{ number, title: about?.title ?? '', branches: landing.versions.map(({ branch }) => branch), at: now, head }];
}
function openAfter(known, look) {
    const open = new Map(known.map((each) => [each.number, each]));
    if (look.everything) {
        const seen = new Set(look.pullRequests.map(({ number }) => number));
        known.filter(({ number }) => !seen.has(number)).forEach(({ number }) => open.delete(number));
    }
    for (const seen of look.pullRequests) {
        const before = open.get(seen.number);
        const after = openPullRequest(seen, before);
        if (after === null) {
            open.delete(seen.number);
        }
        else {
            open.set(seen.number, after);
        }
    }
    return [...open.values()].sort((left, right) => left.number - right.number);
}
/** Null: it is not open, or the robot does not handle it. */
function openPullRequest({ number, about, outcome }, before) {
    if (about?.open === false || isGone(outcome)) {
        return null;
    }
    const named = { number, title: about?.title ?? before?.title ?? '', destination: about?.destination ?? before?.destination ?? '' };
    const waiting = waitingFor(outcome);
    if (waiting !== null) {
        return { ...named, ...waiting };
    }
    return before === undefined
        ? { ...named, state: 'neutral', reason: 'Not known yet; the next look tells' }
        : { ...named, state: before.state, reason: before.reason };
}
function isGone(outcome) {
    switch (outcome.code) {
        case 102:
        case 207:
        case 301:
        case 305:
            return true;
        case 302:
            return ['merged', 'closed', 'no-such-pull-request', 'integration-pull-request-without-parent'].includes(outcome.reason.kind);
        default:
            return false;
    }
}
/** Null: the outcome answers somebody, or is no verdict, and does not say what the pull request waits for. */
function waitingFor(outcome) {
    switch (outcome.code) {
        case 100:
        case 101:
        case 133:
        case 138:
            return null;
        case 104: {
            const stop = outcome.report.checks.find(({ state }) => state === 'stops');
            return stop === undefined ? null : { state: 'pending', reason: stop.detail };
        }
        case 302:
            if (outcome.reason.kind === 'busy' || outcome.reason.kind === 'changed-meanwhile') {
                return null;
            }
            return { state: outcome.reason.kind === 'queued' ? 'pending' : (0,telling/* outcomeState */.u8)(outcome), reason: (0,reason/* reasonOf */.A)(outcome) };
        default:
            return { state: (0,telling/* outcomeState */.u8)(outcome), reason: (0,reason/* reasonOf */.A)(outcome) };
    }
}

// EXTERNAL MODULE: ./src/edge/failures.ts
var failures = __webpack_require__(3958);
;// CONCATENATED MODULE: ./src/edge/dashboard.ts







/**
 * Brings the dashboard up to date with what this run found and did (spec 5, "Dashboard"): one read, and one write if anything
 * changed. GitHub knows no condition on a write, so of two runs that meet here one may undo the other's part; the next sweep
 * looks at everything and puts it right.
 *
 * Answers notes. Nothing that happens here changes the outcome of the run: what it decided is done and told already.
 */
async function keepDashboard(found, order) {
    const { dashboard } = order.surroundings.settings;
    if (dashboard === null || order.dryRun || (!isSweep(order.trigger) && found.handled.length === 0 && found.queue === null)) {
        return [];
    }
    try {
        const { issue, notes } = dashboard === 'create' ? await ownIssue(order) : await namedIssue(dashboard, order);
        return issue === null ? notes : [...notes, ...(await write(issue, lookOf(found, order), order))];
    }
    catch (error) {
        const failure = (0,failures/* expectedFailure */.x)(error);
        return [`The dashboard was not brought up to date. ${failure === null ? `This is a mistake of the action; please report it: ${String(error)}` : (0,reason/* reasonOf */.A)(failure)}`];
    }
}
/** An issue that the settings name. Where it belongs to a person, only what lies between the dashboard's marks is written. */
async function namedIssue(number, { github, surroundings }) {
    const issue = await github.issues.issue(number);
    if (issue === null || issue.isPullRequest) {
        const what = issue === null ? `there is no issue #${number}` : `#${number} is a pull request`;
        return { issue: null, notes: [`No dashboard: the setting dashboard names an issue, but ${what}. Name another one, or use create.`] };
    }
    // What the robot shows is read back from the issue, so it must belong to somebody who could edit the robot's own just as well.
    const trusted = (0,login/* isBy */._m)(issue, surroundings.settings.robot) || (issue.author !== null && ['admin', 'write'].includes(await github.permissionOf(issue.author)));
    return trusted
        ? { issue, notes: [] }
        : { issue: null, notes: [`No dashboard: issue #${number} was opened by ${issue.author ?? 'a deleted account'}, who may not write to this repository and could falsify it. Name another issue, or use create.`] };
}
/** The robot's own issue, found by its mark. Two runs at once may both have opened one: the older stays. */
async function ownIssue({ github, surroundings }) {
    const { robot } = surroundings.settings;
    const marked = (issues) => issues.filter(({ body }) => holdsDashboard(body));
    const own = marked(await github.issues.openIssues(robot)).filter((issue) => (0,login/* isBy */._m)(issue, robot));
    const [oldest, ...doubles] = own.sort((left, right) => left.number - right.number);
    if (oldest !== undefined) {
        for (const { number } of doubles) {
            await github.issues.updateIssue(number, { state: 'closed' });
        }
        return { issue: oldest, notes: [] };
    }
    // Under another name the robot would not find its issue again, and open one in every run.
    const [other] = marked(await github.issues.openIssues(null)).filter((issue) => !(0,login/* isBy */._m)(issue, robot));
    return other === undefined
        ? { issue: 'new', notes: [] }
        : { issue: null, notes: [`No dashboard: issue #${other.number} has the mark of one, but was opened by ${other.author ?? 'a deleted account'}, and the setting robot says ${robot}. Correct the setting, or close that issue.`] };
}
async function write(issue, look, { github, surroundings }) {
    const context = { repositoryUrl: surroundings.repository.webUrl };
    const known = issue === 'new' ? '' : issue.body;
    const state = updateDashboard(stateIn(known) ?? emptyDashboard, look);
    const body = bodyWith(known, state, (limit) => renderDashboard(state, context, limit));
    if (body === null) {
        return ['The dashboard was not brought up to date: what else stands in its issue leaves no room for it.'];
    }
    if (issue === 'new') {
        await github.issues.createIssue({ title: dashboardTitle, body });
    }
    else if (body !== issue.body) {
        await github.issues.updateIssue(issue.number, { body });
    }
    return [];
}
function isSweep(trigger) {
    return trigger.kind === 'sweep' || (trigger.kind === 'command' && trigger.command.name === 'sweep');
}
function lookOf({ handled, queue, incomplete }, { trigger, now }) {
    const matrix = queue?.matrix ?? null;
    const nothingQueued = queue?.outcome.code === 302 && queue.outcome.reason.kind === 'event';
    return {
        everything: isSweep(trigger) && incomplete !== true,
        now: Math.floor(now / 60_000),
        pullRequests: handled.map(seenPullRequest),
        queue: matrix === null ? { kind: nothingQueued ? 'empty' : 'not-looked-at' } : { kind: 'matrix', matrix },
        pushed: [...(queue?.plan.push ?? []), ...handled.flatMap(({ plan }) => plan?.push ?? [])],
    };
}
/** An event on an integration pull request is about its parent. */
function seenPullRequest({ number, pullRequest, outcome }) {
    return {
        number: pullRequest?.number ?? number,
        about: pullRequest === null ? null : { title: pullRequest.title, destination: pullRequest.base.branch, open: pullRequest.state === 'open' },
        outcome,
    };
}


/***/ })

};
