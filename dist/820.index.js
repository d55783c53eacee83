export const id = 820;
export const ids = [820];
export const modules = {

/***/ 5573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms),
/* harmony export */   n: () => (/* binding */ cleanDetail)
/* harmony export */ });
/** What error messages say instead of a secret. */
const mask = '***';
/** Longest detail that goes into an error message, in characters. */
const detailLimit = 600;
/** Only so much of what git printed is looked at: the end, where git says what was fatal. */
const inspectedLength = 16_384;
/**
 * The forms in which a token may turn up in git's output: itself, percent-encoded, and base64 alone or as the
 * credentials of a basic authorization header, with and without padding. Longest first, so that none is left in part.
 */
function secretForms(token) {
    if (token === '')
        return [];
    const encoded = [token, `x-access-token:${token}`].map((text) => Buffer.from(text).toString('base64'));
    const forms = [token, encodeURIComponent(token), ...encoded, ...encoded.map((text) => text.replace(/=+$/, ''))];
    return [...new Set(forms)].sort((left, right) => right.length - left.length);
}
/**
 * Turns what git printed into one line fit for an error message: no secret, no credentials in URLs, no escape
 * sequences or control characters, of bounded length. The text stays untrusted; whoever shows it quotes it.
 */
function cleanDetail(text, secrets) {
    // Escape sequences and control characters go first, so that they cannot hide a secret by splitting it …
    const plain = text.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '').replace(/[^\P{Cc}\n\r\t]/gu, '').replace(/\p{Cf}/gu, '');
    // … and the secrets before anything is cut, so that no piece of one is left at an edge.
    const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, mask), plain);
    const oneLine = masked
        .slice(-inspectedLength)
        .replace(/:\/\/[^/\s@]*@/g, `://${mask}@`)
        .replace(/[\s\u2028\u2029]+/g, ' ')
        .trim();
    if (oneLine.length <= detailLimit)
        return oneLine;
    const half = detailLimit / 2;
    return `${oneLine.slice(0, half)} … ${oneLine.slice(-half)}`;
}


/***/ }),

/***/ 2820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitHub: () => (/* binding */ createGitHub)
});

// EXTERNAL MODULE: ./src/ports/github.ts
var github = __webpack_require__(7533);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/builds/workflow-run.ts
var workflow_run = __webpack_require__(6592);
;// CONCATENATED MODULE: ./src/github/answers.ts



/**
 * The fields of GitHub's REST answers that are used, and what they become. A field that decides something may be missing or
 * null only where GitHub's description of its API (version 2022-11-28) says so: anything else is not an answer to draw a
 * verdict from. One that is only shown may be missing anywhere.
 */
const id = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1));
const sha = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'Expected a full SHA'));
const account = dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP() }));
const optionalText = dist/* nullish */.cl6(dist/* string */.YjP(), null);
/** Shown to people, or a link, and nothing is decided by it: that one is missing must not cost the verdict. */
const shownText = dist/* nullish */.cl6(dist/* string */.YjP(), '');
const comment = dist/* pipe */.FsL(dist/* object */.Ikc({ id, user: account, body: dist/* nullish */.cl6(dist/* string */.YjP(), ''), created_at: dist/* string */.YjP(), html_url: shownText }), dist/* transform */.pdi((raw) => ({ id: raw.id, author: raw.user?.login ?? null, body: raw.body, createdAt: raw.created_at, htmlUrl: raw.html_url })));
/** Of a comment in the list of the whole repository only the address tells where it stands. */
const commentOfIssue = dist/* pipe */.FsL(dist/* object */.Ikc({ id, user: account, body: dist/* nullish */.cl6(dist/* string */.YjP(), ''), created_at: dist/* string */.YjP(), html_url: shownText, issue_url: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/\/[1-9][0-9]{0,14}$/)) }), dist/* transform */.pdi((raw) => ({
    id: raw.id,
    author: raw.user?.login ?? null,
    body: raw.body,
    createdAt: raw.created_at,
    htmlUrl: raw.html_url,
    issue: Number(raw.issue_url.slice(raw.issue_url.lastIndexOf('/') + 1)),
})));
const review = dist/* pipe */.FsL(dist/* object */.Ikc({ id, user: account, state: dist/* string */.YjP(), commit_id: dist/* nullish */.cl6(sha, null), submitted_at: optionalText }), dist/* transform */.pdi((raw) => ({ id: raw.id, author: raw.user?.login ?? null, state: raw.state, commitId: raw.commit_id, submittedAt: raw.submitted_at })));
const pullRequest = dist/* pipe */.FsL(dist/* object */.Ikc({
    number: id,
    title: shownText,
    body: dist/* nullish */.cl6(dist/* string */.YjP(), ''),
    user: account,
    state: dist/* picklist */.KIO(['open', 'closed']),
    merged_at: dist/* nullable */.mee(dist/* string */.YjP()),
    // Not in lists, which are only asked for open pull requests.
    merged_by: account,
    draft: dist/* nullish */.cl6(dist/* boolean */.zMY(), false),
    head: dist/* object */.Ikc({ ref: dist/* string */.YjP(), sha, repo: dist/* nullable */.mee(dist/* object */.Ikc({ id, full_name: optionalText })) }),
    base: dist/* object */.Ikc({ ref: dist/* string */.YjP(), sha, repo: dist/* object */.Ikc({ id }) }),
    requested_reviewers: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ login: dist/* string */.YjP() })), []),
    html_url: shownText,
    updated_at: shownText,
}), dist/* transform */.pdi((raw) => ({
    number: raw.number,
    title: raw.title,
    body: raw.body,
    author: raw.user?.login ?? null,
    state: raw.state,
    // Lists of pull requests have no `merged`.
    merged: raw.merged_at !== null,
    mergedBy: raw.merged_by?.login ?? null,
    draft: raw.draft,
    head: {
        branch: raw.head.ref,
        sha: raw.head.sha,
        repositoryId: raw.head.repo?.id ?? null,
        repositoryFullName: raw.head.repo?.full_name ?? null,
        // Only the repository of a fork can disappear while the pull request stays.
        fork: raw.head.repo?.id !== raw.base.repo.id,
    },
    base: { branch: raw.base.ref, sha: raw.base.sha },
    requestedReviewers: raw.requested_reviewers.map((reviewer) => reviewer.login),
    htmlUrl: raw.html_url,
    updatedAt: raw.updated_at,
})));
const closedPullRequests = dist/* array */.YOg(dist/* pipe */.FsL(dist/* object */.Ikc({
    number: id,
    merged_at: dist/* nullable */.mee(dist/* string */.YjP()),
    closed_at: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX()),
    head: dist/* object */.Ikc({ ref: dist/* string */.YjP(), repo: dist/* nullable */.mee(dist/* object */.Ikc({ id })) }),
    base: dist/* object */.Ikc({ ref: dist/* string */.YjP(), repo: dist/* object */.Ikc({ id }) }),
}), dist/* transform */.pdi((raw) => ({
    number: raw.number,
    mergedAt: raw.merged_at,
    closedAt: raw.closed_at,
    headBranch: raw.head.ref,
    fork: raw.head.repo?.id !== raw.base.repo.id,
    baseBranch: raw.base.ref,
}))));
const workflowRun = dist/* pipe */.FsL(dist/* object */.Ikc({
    id,
    run_attempt: dist/* nullish */.cl6(id, 1),
    workflow_id: id,
    path: dist/* string */.YjP(),
    name: optionalText,
    event: dist/* string */.YjP(),
    head_sha: sha,
    head_branch: dist/* nullable */.mee(dist/* string */.YjP()),
    head_repository: dist/* nullish */.cl6(dist/* object */.Ikc({ id })),
    repository: dist/* object */.Ikc({ id }),
    status: dist/* nullable */.mee(dist/* string */.YjP()),
    conclusion: dist/* nullable */.mee(dist/* string */.YjP()),
    html_url: shownText,
    created_at: dist/* string */.YjP(),
    // Only tells runs of the same second apart, before their ids do.
    run_number: dist/* nullish */.cl6(id),
}), dist/* transform */.pdi((raw) => ({
    id: raw.id,
    runAttempt: raw.run_attempt,
    workflowId: raw.workflow_id,
    workflowPath: (0,workflow_run/* workflowPathWithoutRef */.KX)(raw.path),
    name: raw.name,
    event: raw.event,
    headSha: raw.head_sha,
    headBranch: raw.head_branch,
    headRepositoryId: raw.head_repository?.id ?? null,
    repositoryId: raw.repository.id,
    status: raw.status,
    conclusion: raw.conclusion,
    htmlUrl: raw.html_url,
    createdAt: raw.created_at,
    runNumber: raw.run_number ?? 0,
})));
/** Of a single run only this is asked; GitHub may append the ref of the file. */
const workflowOfRun = dist/* object */.Ikc({ path: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* transform */.pdi(workflow_run/* workflowPathWithoutRef */.KX)) });
const commitStatus = dist/* pipe */.FsL(dist/* object */.Ikc({ id, context: dist/* string */.YjP(), state: dist/* string */.YjP(), description: dist/* nullish */.cl6(dist/* string */.YjP(), ''), target_url: optionalText, creator: account }), dist/* transform */.pdi((raw) => ({
    id: raw.id,
    status: { context: raw.context, state: raw.state, description: raw.description, targetUrl: raw.target_url, creator: raw.creator?.login ?? null },
})));
const checkRun = dist/* pipe */.FsL(dist/* object */.Ikc({
    id,
    name: dist/* string */.YjP(),
    app: dist/* nullish */.cl6(dist/* object */.Ikc({ slug: optionalText })),
    status: dist/* string */.YjP(),
    conclusion: dist/* nullable */.mee(dist/* string */.YjP()),
    head_sha: sha,
    html_url: optionalText,
    started_at: optionalText,
}), dist/* transform */.pdi((raw) => ({
    id: raw.id,
    name: raw.name,
    appSlug: raw.app?.slug ?? null,
    status: raw.status,
    conclusion: raw.conclusion,
    headSha: raw.head_sha,
    htmlUrl: raw.html_url,
    startedAt: raw.started_at,
})));
const member = dist/* pipe */.FsL(dist/* object */.Ikc({ id, login: dist/* string */.YjP() }));
const collaboratorPermission = dist/* object */.Ikc({ permission: dist/* picklist */.KIO(['admin', 'write', 'read', 'none']) });
const viewer = dist/* object */.Ikc({ login: dist/* string */.YjP() });
const rateLimit = dist/* object */.Ikc({ resources: dist/* object */.Ikc({ core: dist/* object */.Ikc({ limit: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0)) }) }) });
const repositoryDetails = dist/* pipe */.FsL(dist/* object */.Ikc({ default_branch: dist/* string */.YjP(), permissions: dist/* optional */.lqM(dist/* object */.Ikc({ push: dist/* boolean */.zMY() })) }), dist/* transform */.pdi((raw) => ({ defaultBranch: raw.default_branch, mayPush: raw.permissions?.push ?? null })));
/** Items of a directory; at most 1,000 are answered (GitHub's description of "Get repository content"). */
const directory = dist/* array */.YOg(dist/* object */.Ikc({ type: dist/* string */.YjP(), path: dist/* string */.YjP() }));
const requiredContext = dist/* object */.Ikc({ context: dist/* string */.YjP() });
/** Of the parameters only those of required checks are used; those of other rules may be anything. */
const branchRule = dist/* pipe */.FsL(dist/* object */.Ikc({
    type: dist/* string */.YjP(),
    ruleset_id: dist/* optional */.lqM(id),
    parameters: dist/* optional */.lqM(dist/* looseObject */._H3({ required_status_checks: dist/* optional */.lqM(dist/* array */.YOg(requiredContext), []) })),
}), dist/* transform */.pdi((raw) => ({
    type: raw.type,
    rulesetId: raw.ruleset_id ?? null,
    requiredContexts: raw.parameters?.required_status_checks.map(({ context }) => context) ?? [],
})));
const ruleset = dist/* object */.Ikc({ current_user_can_bypass: optionalText });
const branchWithProtection = dist/* pipe */.FsL(dist/* object */.Ikc({
    protection: dist/* object */.Ikc({
        enabled: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
        required_status_checks: dist/* nullish */.cl6(dist/* object */.Ikc({ contexts: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []) })),
    }),
}), dist/* transform */.pdi(({ protection }) => ({ enabled: protection.enabled, requiredContexts: protection.required_status_checks?.contexts ?? [] })));
/** A directory is answered with an array, a submodule with another type. */
const contents = dist/* union */.KCZ([dist/* object */.Ikc({ type: dist/* literal */.euz('file'), encoding: dist/* string */.YjP(), content: dist/* string */.YjP() }), dist/* object */.Ikc({ type: dist/* string */.YjP() }), dist/* array */.YOg(dist/* unknown */.L5J())]);
/** The value a schema makes of an answer; `GitHubOutage` naming what was expected where, if it is of another shape. */
function readAnswer(schema, data, operation) {
    const result = dist/* safeParse */.xLC(schema, data, { abortEarly: true });
    if (result.success) {
        return result.output;
    }
    const [issue] = result.issues;
    const place = dist/* getDotPath */.BuJ(issue) ?? 'the answer';
    const expected = issue.expected ?? issue.message;
    throw new github/* GitHubOutage */.p(operation, 200, `unexpected answer: ${place} should be ${expected}, is ${nameOfType(issue.input)}`);
}
/** Says what was found without showing it: it may be long, and it is not ours. */
function nameOfType(value) {
    if (value === null) {
        return 'null';
    }
    return Array.isArray(value) ? 'an array' : typeof value;
}

;// CONCATENATED MODULE: ./src/github/memory.ts
/**
 * Answers of one run, by key. A promise is kept rather than its value, so that two who ask at the same time cause one
 * read. A read that failed is not remembered.
 */
class Memory {
    #answers = new Map();
    /** The remembered answer, or a new read. */
    recall(key, read) {
        return this.#answers.get(key) ?? this.refresh(key, read);
    }
    /** Always a new read, whose answer replaces the remembered one. Never shared: it must begin after it was asked for. */
    refresh(key, read) {
        const answer = read();
        this.#answers.set(key, answer);
        answer.catch(() => {
            if (this.#answers.get(key) === answer) {
                this.#answers.delete(key);
            }
        });
        return answer;
    }
    /** The remembered answer, if there is one. */
    known(key) {
        return this.#answers.get(key);
    }
    forget(key) {
        this.#answers.delete(key);
    }
    forgetAll() {
        this.#answers.clear();
    }
}

// EXTERNAL MODULE: ./src/builds/build-key.ts
var build_key = __webpack_require__(1811);
// EXTERNAL MODULE: ./src/builds/run-selection.ts
var run_selection = __webpack_require__(9931);
;// CONCATENATED MODULE: ./src/github/lists.ts



const pageSize = 100;
/** No list of a pull request comes near; more pages than this is a server that never says "last". */
const pageLimit = 100;
const pagesAtOnce = 6;
const readingLimit = 3;
/**
 * Pages after the first are read side by side, and the whole is checked: against `total_count` where there is one;
 * elsewhere by asking for the first and last page again, which shows whether anything was deleted, and so slipped from
 * one page to another unseen, meanwhile. A list that was moving is read again.
 *
 * Pages are remembered with their ETag for the whole run, for live reads too: a 304 is GitHub's own word, given now,
 * that the page is unchanged, and it does not count towards the limit.
 */
function createLists(send, patience) {
    const tagged = new Map();
    async function readPage(request, number) {
        const query = new URLSearchParams({ ...request.query, per_page: String(pageSize), page: String(number) });
        const path = `${request.path}?${query.toString()}`;
        const known = tagged.get(path);
        const { operation, live } = request;
        const answer = await send({ operation, method: 'GET', path, repeatable: true, live, etag: known?.etag ?? null });
        if (answer.status === 304 && known !== undefined) {
            // A path is always read with the same schema, so the page holds what that schema made.
            return known.page;
        }
        const page = parsePage(request, answer.data, answer.headers);
        const etag = answer.headers.etag;
        if (typeof etag === 'string') {
            tagged.set(path, { etag, page });
        }
        return page;
    }
    async function readPages(request) {
        const first = await readPage(request, 1);
        const count = expectedPages(first, request.cap);
        if (count > pageLimit) {
            throw new github/* GitHubOutage */.p(request.operation, 200, `the list has ${count} pages, more than ${pageLimit}`);
        }
        const pages = [first, ...(await inParallel(count - 1, (index) => readPage(request, index + 2)))];
        while (mayGoOn(pages, request.cap)) {
            if (pages.length >= pageLimit) {
                throw new github/* GitHubOutage */.p(request.operation, 200, `the list does not end after ${pageLimit} pages`);
            }
            pages.push(await readPage(request, pages.length + 1));
        }
        return pages;
    }
    /** Null if something was missing or moved. */
    async function readOnce(request) {
        const pages = await readPages(request);
        const items = believedItems(request, pages);
        const total = Math.max(...pages.map((page) => page.total ?? 0));
        const capped = request.cap !== undefined && total >= request.cap;
        const whole = request.countedAs === undefined ? await stoodStill(request, pages) : items.size >= Math.min(total, request.cap ?? total);
        return whole ? { items: [...items.values()], capped } : null;
    }
    async function stoodStill(request, pages) {
        const ends = pages.length < 2 ? [] : [1, pages.length];
        const again = await inParallel(ends.length, (index) => readPage(request, ends[index] ?? 1));
        return again.every((page, index) => {
            const before = pages.at(index === 0 ? 0 : -1)?.items.map(request.key) ?? [];
            return before.every((key, place) => page.items[place] !== undefined && request.key(page.items[place]) === key);
        });
    }
    return {
        read: async (request) => {
            for (let reading = 1; reading <= readingLimit; reading += 1) {
                const list = await readOnce(request);
                if (list !== null) {
                    return list;
                }
                if (reading < readingLimit && !(await patience.pause(reading * 1000))) {
                    break;
                }
            }
            throw new github/* GitHubOutage */.p(request.operation, 200, 'the list is incomplete: fewer items than GitHub counts, or it kept changing while it was read');
        },
    };
}
/** Each item once, where it was first listed. */
function believedItems({ key, prefer = () => 0 }, pages) {
    const believed = new Map();
    for (const item of pages.flatMap(({ items }) => items)) {
        const other = believed.get(key(item));
        if (other === undefined || prefer(other, item) >= 0) {
            believed.set(key(item), item);
        }
    }
    return believed;
}
function parsePage(request, data, headers) {
    const links = pageLinks(headers.link);
    const position = { last: links.get('last') ?? null, hasNext: links.has('next') };
    if (request.countedAs === undefined) {
        return { ...position, items: readAnswer(dist/* array */.YOg(request.item), data, request.operation), total: null };
    }
    const { total_count: total } = readAnswer(dist/* object */.Ikc({ total_count: count }), data, request.operation);
    const listed = dist/* object */.Ikc({ [request.countedAs]: dist/* array */.YOg(request.item) });
    return { ...position, items: Object.values(readAnswer(listed, data, request.operation)).flat(), total };
}
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0));
/** Pages to ask for before knowing more: what GitHub names as the last one, or what the count needs. */
function expectedPages(first, cap) {
    const counted = Math.ceil(Math.min(first.total ?? 0, cap ?? Number.POSITIVE_INFINITY) / pageSize);
    return Math.max(1, counted, first.last ?? 1);
}
/**
 * A full last page is asked about even if GitHub named no next one: `link` may be that of an earlier answer, when the
 * page itself is unchanged but has got a successor.
 */
function mayGoOn(pages, cap) {
    const last = pages.at(-1);
    const full = (last?.items.length ?? 0) >= pageSize;
    return (last?.hasNext === true || full) && (cap === undefined || pages.length * pageSize < cap);
}
/** Page numbers by relation. Only the number is taken from the header: its address is not followed. */
function pageLinks(header) {
    const links = new Map();
    for (const part of String(header ?? '').split(',')) {
        const link = /^\s*<(?<address>[^<>]*)>\s*;\s*rel="(?<relation>[a-z]{1,20})"/.exec(part)?.groups;
        const address = link?.address ?? '';
        const number = URL.canParse(address) ? Number(new URL(address).searchParams.get('page')) : 0;
        if (link?.relation !== undefined && Number.isSafeInteger(number) && number > 0) {
            links.set(link.relation, number);
        }
    }
    return links;
}
/** Results in order of the index, a bounded number of tasks at a time. */
async function inParallel(length, task) {
    const results = [];
    for (let start = 0; start < length; start += pagesAtOnce) {
        const indexes = Array.from({ length: Math.min(pagesAtOnce, length - start) }, (_, offset) => start + offset);
        results.push(...(await Promise.all(indexes.map(task))));
    }
    return results;
}

;// CONCATENATED MODULE: ./src/github/routes.ts

/**
 * A path of the API from its parts. Names come from users: each is encoded whole, and one that would climb (`..`) is
 * refused, because URLs resolve it even when encoded. So is half a character, which no address can hold.
 */
function route(operation, ...parts) {
    for (const part of parts) {
        if (part === '' || part === '.' || part === '..' || /\p{Cs}/u.test(String(part))) {
            throw new github/* GitHubRefusal */.k(operation, 404, 'a name in it cannot be one of GitHub');
        }
    }
    return `/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
}
/** GitHub answers all runs for an empty SHA and none for an abbreviated one: neither may ever be asked for. */
function fullSha(commit) {
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
        throw new RangeError('a full commit SHA is needed: 40 or 64 lower-case hexadecimal digits');
    }
    return commit;
}
function isNumber(number) {
    return Number.isSafeInteger(number) && number > 0;
}
/** A number of a pull request, comment or run. */
function checkedNumber(number) {
    if (!isNumber(number)) {
        throw new RangeError('a positive whole number is needed');
    }
    return number;
}

// EXTERNAL MODULE: ./src/git/redaction.ts
var redaction = __webpack_require__(5573);
;// CONCATENATED MODULE: ./src/github/text.ts

/** GitHub's limit on the description of a commit status, in characters. */
const descriptionLimit = 140;
/** What of an error's text is worth showing; the rest is usually an HTML page. */
const detailLimit = 300;
/**
 * Text of an answer made fit for an error message: one line, no control or direction-changing characters, cut, and
 * without the token in any of its forms, should a proxy or a broken server have echoed it.
 */
function cleanDetail(text, token) {
    const withoutToken = (0,redaction/* secretForms */.e)(token).reduce((rest, secret) => rest.replaceAll(secret, '***'), oneLine(text));
    return cutText(withoutToken, detailLimit);
}
/** The description of a commit status, on one line and within GitHub's limit. */
function statusDescription(text) {
    return cutText(oneLine(text), descriptionLimit);
}
/** Untrusted text without line breaks and without characters that hide or reorder what follows. */
function oneLine(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
/** Cuts by code points, so that no character is torn in two; the last place says that something is missing. */
function cutText(text, limit) {
    const characters = Array.from(text);
    return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

;// CONCATENATED MODULE: ./src/github/reads.ts







/** GitHub serves at most this many runs when asked for those of a commit. */
const workflowRunCap = 1000;
/** What is read of GitHub, without memory of earlier answers but for their ETags. */
class Reads {
    repository;
    send;
    lists;
    #tagged = new Map();
    constructor(repository, send, lists) {
        this.repository = repository;
        this.send = send;
        this.lists = lists;
    }
    async fileOfDefaultBranch(path) {
        const operation = oneLine(`read the file ${path}`);
        const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
        const found = await this.#one(operation, this.path(operation, 'contents', ...segments), contents, false);
        if (found === null) {
            return null;
        }
        if (!('content' in found)) {
            throw new github/* GitHubRefusal */.k(operation, 200, 'this is not a file');
        }
        if (found.encoding !== 'base64') {
            throw new github/* GitHubRefusal */.k(operation, 200, 'the file is too large to be read (GitHub gives up to 1 MB)');
        }
        return Buffer.from(found.content, 'base64').toString('utf8');
    }
    async pullRequest(number, live) {
        if (!isNumber(number)) {
            return null;
        }
        const operation = `read pull request #${number}`;
        return this.#one(operation, this.path(operation, 'pulls', number), pullRequest, live);
    }
    async openPullRequests(filter, live) {
        const list = await this.#list('list the open pull requests', ['pulls'], {
            // By creation, so that one opened meanwhile comes last and moves none of the others.
            query: {
                state: 'open',
                sort: 'created',
                direction: 'asc',
                ...(filter.head === undefined ? {} : { head: `${this.repository.owner}:${filter.head}` }),
                ...(filter.base === undefined ? {} : { base: filter.base }),
            },
            item: pullRequest,
            key: (pullRequest) => pullRequest.number,
            live,
        });
        // GitHub leaves out a filter it does not understand, so it is applied here as well.
        return list.items.filter((pullRequest) => matchesFilter(pullRequest, filter));
    }
    /** One page on purpose, and not the whole list: whatever else is closed was looked at while it was new. */
    async recentlyClosedPullRequests() {
        const operation = 'list the recently closed pull requests';
        const query = new URLSearchParams({ state: 'closed', sort: 'updated', direction: 'desc', per_page: '30' });
        const found = await this.#one(operation, `${this.path(operation, 'pulls')}?${query.toString()}`, closedPullRequests, true);
        return found ?? [];
    }
    async commentsSince(time) {
        const query = { since: time, sort: 'created', direction: 'asc' };
        const list = await this.#list(`list the comments since ${time}`, ['issues', 'comments'], { query, item: commentOfIssue, key: (comment) => comment.id, live: true });
        return list.items;
    }
    async comments(pullRequest, live) {
        const parts = ['issues', checkedNumber(pullRequest), 'comments'];
        const list = await this.#list(`read the comments of #${pullRequest}`, parts, { item: comment, key: (comment) => comment.id, live });
        return list.items;
    }
    async reviews(pullRequest, live) {
        const parts = ['pulls', checkedNumber(pullRequest), 'reviews'];
        const list = await this.#list(`read the reviews of #${pullRequest}`, parts, { item: review, key: (review) => review.id, live });
        return list.items;
    }
    /** Beyond GitHub's cap the list is continued by asking for the runs created up to the oldest one seen. */
    async workflowRuns(commit, live) {
        const operation = `list the workflow runs of ${fullSha(commit)}`;
        const one = { key: (run) => run.id, prefer: run_selection/* compareReadings */.P };
        let runs = new Map();
        let createdUpTo = null;
        for (;;) {
            const query = { head_sha: commit, ...(createdUpTo === null ? {} : { created: `<=${createdUpTo}` }) };
            const list = await this.#list(operation, ['actions', 'runs'], {
                ...one, query, live, item: workflowRun, countedAs: 'workflow_runs', cap: workflowRunCap,
            });
            const before = runs.size;
            runs = believedItems(one, [{ items: [...runs.values()] }, list]);
            if (!list.capped) {
                return [...runs.values()];
            }
            createdUpTo = list.items.map((run) => run.createdAt).sort()[0] ?? null;
            if (runs.size === before || createdUpTo === null) {
                throw new github/* GitHubOutage */.p(operation, 200, `the commit has more runs than the ${workflowRunCap} that GitHub lists`);
            }
        }
    }
    async workflowPathOfRun(runId) {
        const operation = `read the workflow run ${checkedNumber(runId)}`;
        return (await this.#one(operation, this.path(operation, 'actions', 'runs', runId), workflowOfRun, false))?.path ?? null;
    }
    /** The list of all statuses and not the combined status: only the former says who wrote each. */
    async commitStatuses(commit, live) {
        const parts = ['commits', fullSha(commit), 'statuses'];
        const list = await this.#list(`read the statuses of ${commit}`, parts, { item: commitStatus, key: (status) => status.id, live });
        const newest = new Map();
        for (const status of list.items) {
            // GitHub compares contexts without regard to case.
            const context = status.status.context.toLowerCase();
            if (status.id >= (newest.get(context)?.id ?? 0)) {
                newest.set(context, status);
            }
        }
        return [...newest.values()].map(({ status }) => status);
    }
    /** All check runs, superseded ones too (`filter=all`): which one is the newest is for the reader to judge. */
    async checkRuns(commit, live) {
        const list = await this.#list(`list the check runs of ${fullSha(commit)}`, ['commits', commit, 'check-runs'], {
            query: { filter: 'all' }, live, item: checkRun, key: (run) => run.id, prefer: build_key/* compareCheckReadings */.t, countedAs: 'check_runs',
        });
        return list.items;
    }
    async teamMembers(organization, team) {
        const operation = oneLine(`read the members of the team ${organization}/${team}`);
        const path = route(operation, 'orgs', organization, 'teams', team, 'members');
        const list = await this.lists.read({ operation, path, item: member, key: (member) => member.id, live: false });
        return list.items.map((member) => member.login);
    }
    /** `none` for a login GitHub does not know as a user (404): a deleted account or an app has no permission. */
    async permissionOf(login) {
        const operation = oneLine(`read the permission of ${login}`);
        const path = this.path(operation, 'collaborators', login, 'permission');
        return (await this.#one(operation, path, collaboratorPermission, false))?.permission ?? 'none';
    }
    /** GitHub refuses the question (403) to installation tokens, the job's own among them: they stand for no user. */
    async viewer() {
        try {
            return (await this.#one('read the user of the token', '/user', viewer, false))?.login ?? null;
        }
        catch (error) {
            if (error instanceof github/* GitHubRefusal */.k && error.status === 403) {
                return null;
            }
            throw error;
        }
    }
    /** An enterprise server without limits answers 404. */
    async hourlyLimit() {
        return (await this.#one('read the limit of requests', '/rate_limit', rateLimit, false))?.resources.core.limit ?? null;
    }
    async repositoryDetails() {
        const operation = 'read the repository';
        const found = await this.#one(operation, this.path(operation), repositoryDetails, false);
        if (found === null) {
            throw new github/* GitHubRefusal */.k(operation, 404, 'there is no such repository, or the token may not see it');
        }
        return found;
    }
    async directoryOfDefaultBranch(path) {
        const operation = oneLine(`read the directory ${path}`);
        const found = await this.#one(operation, this.path(operation, 'contents', ...path.split('/')), directory, false);
        return found?.filter(({ type }) => type === 'file').map((entry) => entry.path) ?? null;
    }
    async rulesOfBranch(branch) {
        const operation = oneLine(`read the rules of ${branch}`);
        // Rules have no id: of two that say the same, one is enough.
        const key = (rule) => JSON.stringify(rule);
        const path = this.path(operation, 'rules', 'branches', branch);
        return (await this.lists.read({ operation, path, item: branchRule, key, live: false })).items;
    }
    async rulesetBypass(rulesetId) {
        const operation = `read the ruleset ${checkedNumber(rulesetId)}`;
        return (await this.#one(operation, this.path(operation, 'rulesets', rulesetId), ruleset, false))?.current_user_can_bypass ?? null;
    }
    async classicProtection(branch) {
        const operation = oneLine(`read the branch ${branch}`);
        return this.#one(operation, this.path(operation, 'branches', branch), branchWithProtection, false);
    }
    /** A path below this repository. */
    path(operation, ...parts) {
        return route(operation, 'repos', this.repository.owner, this.repository.name, ...parts);
    }
    #list(operation, parts, request) {
        return this.lists.read({ operation, path: this.path(operation, ...parts), ...request });
    }
    /** One thing; null if GitHub answers 404. */
    async #one(operation, path, schema, live) {
        const known = this.#tagged.get(path);
        try {
            const answer = await this.send({ operation, method: 'GET', path, repeatable: true, live, etag: known?.etag ?? null });
            if (answer.status === 304 && known !== undefined) {
                // A path is always read with the same schema.
                return known.value;
            }
            const value = readAnswer(schema, answer.data, operation);
            const etag = answer.headers.etag;
            if (typeof etag === 'string') {
                this.#tagged.set(path, { etag, value });
            }
            return value;
        }
        catch (error) {
            if (error instanceof github/* GitHubRefusal */.k && error.status === 404) {
                return null;
            }
            throw error;
        }
    }
}
function matchesFilter(pullRequest, { head, base }) {
    const fromHead = head === undefined || (pullRequest.head.branch === head && !pullRequest.head.fork);
    return fromHead && (base === undefined || pullRequest.base.branch === base);
}

;// CONCATENATED MODULE: ./src/github/github.ts






/** The port: reads are remembered for the run, writes make what they change forgotten, even when they fail. */
class GitHub {
    reads;
    send;
    transport;
    issues;
    #files = new Memory();
    #pullRequest = new Memory();
    #openPullRequests = new Memory();
    #comments = new Memory();
    #reviews = new Memory();
    #workflowRuns = new Memory();
    #statuses = new Memory();
    #checkRuns = new Memory();
    #members = new Memory();
    /** By number, as the list of all open ones showed them: each is used once. */
    #listed = new Map();
    #permissions = new Memory();
    constructor(reads, send, transport, issues) {
        this.reads = reads;
        this.send = send;
        this.transport = transport;
        this.issues = issues;
    }
    get requestCount() {
        return this.transport.requestCount();
    }
    /** ETags are kept: asking again is free where nothing changed. */
    forget(except) {
        if (except === undefined) {
            this.#openPullRequests.forgetAll();
            this.#listed.clear();
        }
        const memories = [
            this.#files, this.#pullRequest, this.#comments, this.#reviews,
            this.#workflowRuns, this.#statuses, this.#checkRuns, this.#members, this.#permissions,
        ];
        memories.forEach((memory) => memory.forgetAll());
    }
    readFileOfDefaultBranch(path) {
        return this.#files.recall(path, () => this.reads.fileOfDefaultBranch(path));
    }
    /** The first time after the list of all open ones was read, answered out of that list: a sweep reads each anyway. */
    pullRequest(number) {
        const listed = this.#listed.get(number);
        this.#listed.delete(number);
        if (listed !== undefined) {
            return this.#pullRequest.recall(String(number), () => Promise.resolve(listed));
        }
        return this.#pullRequest.recall(String(number), () => this.reads.pullRequest(number, false));
    }
    livePullRequest(number) {
        return this.#pullRequest.refresh(String(number), () => this.reads.pullRequest(number, true));
    }
    /** Answered out of the list of all open pull requests once that was read. */
    async openPullRequests(filter = {}) {
        const read = () => this.#list(filter);
        const found = await (this.#openPullRequests.known(filterKey({})) ?? this.#openPullRequests.recall(filterKey(filter), read));
        return found.filter((pullRequest) => matchesFilter(pullRequest, filter));
    }
    recentlyClosedPullRequests() {
        return this.reads.recentlyClosedPullRequests();
    }
    commentsSince(time) {
        return this.reads.commentsSince(time);
    }
    comments(pullRequest) {
        return this.#comments.recall(String(pullRequest), () => this.reads.comments(pullRequest, false));
    }
    liveComments(pullRequest) {
        return this.#comments.refresh(String(pullRequest), () => this.reads.comments(pullRequest, true));
    }
    reviews(pullRequest) {
        return this.#reviews.recall(String(pullRequest), () => this.reads.reviews(pullRequest, false));
    }
    liveReviews(pullRequest) {
        return this.#reviews.refresh(String(pullRequest), () => this.reads.reviews(pullRequest, true));
    }
    workflowRuns(commit) {
        return this.#workflowRuns.recall(commit, () => this.reads.workflowRuns(commit, false));
    }
    liveWorkflowRuns(commit) {
        return this.#workflowRuns.refresh(commit, () => this.reads.workflowRuns(commit, true));
    }
    commitStatuses(commit) {
        return this.#statuses.recall(commit, () => this.reads.commitStatuses(commit, false));
    }
    liveCommitStatuses(commit) {
        return this.#statuses.refresh(commit, () => this.reads.commitStatuses(commit, true));
    }
    checkRuns(commit) {
        return this.#checkRuns.recall(commit, () => this.reads.checkRuns(commit, false));
    }
    liveCheckRuns(commit) {
        return this.#checkRuns.refresh(commit, () => this.reads.checkRuns(commit, true));
    }
    teamMembers(organization, team) {
        return this.#members.recall(`${organization}/${team}`.toLowerCase(), () => this.reads.teamMembers(organization, team));
    }
    permissionOf(login) {
        return this.#permissions.recall(login.toLowerCase(), () => this.reads.permissionOf(login));
    }
    // What follows is asked once in a run, mostly by `doctor` and `delete-branch`: it is not remembered, save for its ETag.
    workflowPathOfRun(runId) {
        return this.reads.workflowPathOfRun(runId);
    }
    viewer() {
        return this.reads.viewer();
    }
    hourlyLimit() {
        return this.reads.hourlyLimit();
    }
    repositoryDetails() {
        return this.reads.repositoryDetails();
    }
    listDirectoryOfDefaultBranch(path) {
        return this.reads.directoryOfDefaultBranch(path);
    }
    rulesOfBranch(branch) {
        return this.reads.rulesOfBranch(branch);
    }
    rulesetBypass(rulesetId) {
        return this.reads.rulesetBypass(rulesetId);
    }
    classicProtection(branch) {
        return this.reads.classicProtection(branch);
    }
    async setCommitStatus(commit, { context, state, description, targetUrl }) {
        const operation = `set a status on ${fullSha(commit)}`;
        const body = { context, state, description: statusDescription(description), ...(targetUrl === null ? {} : { target_url: targetUrl }) };
        // Repeating is harmless: the newest status of a context counts, and the second one says the same.
        const request = { operation, method: 'POST', path: this.reads.path(operation, 'statuses', commit), body, repeatable: true };
        await this.#write(request, () => this.#statuses.forget(commit));
    }
    /** After `GitHubOutage` the comment may be there or not: read the comments before posting it again. */
    async createComment(pullRequest, body) {
        const operation = `comment on #${checkedNumber(pullRequest)}`;
        const path = this.reads.path(operation, 'issues', pullRequest, 'comments');
        const request = { operation, method: 'POST', path, body: { body }, repeatable: false };
        const answer = await this.#write(request, () => this.#comments.forget(String(pullRequest)));
        return readAnswer(comment, answer.data, operation);
    }
    async updateComment(id, body) {
        const operation = `change comment ${checkedNumber(id)}`;
        const path = this.reads.path(operation, 'issues', 'comments', id);
        await this.#write({ operation, method: 'PATCH', path, body: { body }, repeatable: true }, () => this.#comments.forgetAll());
    }
    /** Succeeds as well if the comment is gone already: so it is, when a first attempt had its answer cut off. */
    async deleteComment(id) {
        const operation = `delete comment ${checkedNumber(id)}`;
        const path = this.reads.path(operation, 'issues', 'comments', id);
        try {
            await this.#write({ operation, method: 'DELETE', path, repeatable: true }, () => this.#comments.forgetAll());
        }
        catch (error) {
            if (!(error instanceof github/* GitHubRefusal */.k && error.status === 404)) {
                throw error;
            }
        }
    }
    /** Answers the existing one if there is an open pull request from that branch to that branch already. */
    async createPullRequest({ title, body, head, base }) {
        const operation = oneLine(`open a pull request from ${head} to ${base}`);
        const path = this.reads.path(operation, 'pulls');
        try {
            // Repeating is harmless: GitHub refuses the second one.
            const request = { operation, method: 'POST', path, body: { title, body, head, base }, repeatable: true };
            const answer = await this.#write(request, () => this.#openPullRequests.forgetAll());
            return readAnswer(pullRequest, answer.data, operation);
        }
        catch (error) {
            const existing = isAlreadyThere(error) ? (await this.reads.openPullRequests({ head, base }, true))[0] : undefined;
            if (existing === undefined) {
                throw error;
            }
            return existing;
        }
    }
    async closePullRequest(number) {
        const operation = `close #${checkedNumber(number)}`;
        const path = this.reads.path(operation, 'pulls', number);
        await this.#write({ operation, method: 'PATCH', path, body: { state: 'closed' }, repeatable: true }, () => {
            this.#pullRequest.forget(String(number));
            this.#listed.delete(number);
            this.#openPullRequests.forgetAll();
        });
    }
    async dispatchWorkflow(workflowFile, branch) {
        const operation = oneLine(`start ${workflowFile} on ${branch}`);
        const path = this.reads.path(operation, 'actions', 'workflows', workflowFile, 'dispatches');
        await this.#write({ operation, method: 'POST', path, body: { ref: branch }, repeatable: false }, () => this.#workflowRuns.forgetAll());
    }
    async rerunFailedJobs(runId) {
        const operation = `run the failed jobs again of workflow run ${checkedNumber(runId)}`;
        const path = this.reads.path(operation, 'actions', 'runs', runId, 'rerun-failed-jobs');
        await this.#write({ operation, method: 'POST', path, repeatable: false }, () => this.#workflowRuns.forgetAll());
    }
    async #list(filter) {
        const found = await this.reads.openPullRequests(filter, false);
        if (filterKey(filter) === filterKey({})) {
            this.#listed.clear();
            found.forEach((pullRequest) => this.#listed.set(pullRequest.number, pullRequest));
        }
        return found;
    }
    async #write(request, forget) {
        try {
            return await this.send(request);
        }
        finally {
            forget();
        }
    }
}
function filterKey({ head, base }) {
    return JSON.stringify([head ?? null, base ?? null]);
}
function isAlreadyThere(error) {
    return error instanceof github/* GitHubRefusal */.k && error.status === 422 && /already exists/i.test(error.detail);
}

;// CONCATENATED MODULE: ./src/github/issues.ts




const issueAnswer = dist/* pipe */.FsL(dist/* object */.Ikc({
    number: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1)),
    body: dist/* nullish */.cl6(dist/* string */.YjP(), ''),
    user: dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP() })),
    pull_request: dist/* optional */.lqM(dist/* unknown */.L5J()),
}), dist/* transform */.pdi((raw) => ({ number: raw.number, body: raw.body, author: raw.user?.login ?? null, isPullRequest: raw.pull_request !== undefined })));
/** Gone: an issue that was deleted. */
const absent = [404, 410];
class Issues {
    repository;
    send;
    lists;
    constructor(repository, send, lists) {
        this.repository = repository;
        this.send = send;
        this.lists = lists;
    }
    async issue(number) {
        const operation = `read issue #${checkedNumber(number)}`;
        try {
            const answer = await this.send({ operation, method: 'GET', path: this.#path(operation, number), repeatable: true, live: true });
            return readAnswer(issueAnswer, answer.data, operation);
        }
        catch (error) {
            if (error instanceof github/* GitHubRefusal */.k && absent.includes(error.status)) {
                return null;
            }
            throw error;
        }
    }
    async openIssues(creator) {
        const operation = 'list the open issues';
        const query = { state: 'open', sort: 'created', direction: 'asc', ...(creator === null ? {} : { creator }) };
        const list = await this.lists.read({ operation, path: this.#path(operation), query, item: issueAnswer, key: (issue) => issue.number, live: true });
        return list.items.filter(({ isPullRequest }) => !isPullRequest);
    }
    async createIssue({ title, body }) {
        const operation = 'open an issue';
        const answer = await this.send({ operation, method: 'POST', path: this.#path(operation), body: { title, body }, repeatable: false });
        return readAnswer(issueAnswer, answer.data, operation);
    }
    async updateIssue(number, change) {
        const operation = `change issue #${checkedNumber(number)}`;
        await this.send({ operation, method: 'PATCH', path: this.#path(operation, number), body: { ...change }, repeatable: true });
    }
    #path(operation, ...parts) {
        return route(operation, 'repos', this.repository.owner, this.repository.name, 'issues', ...parts);
    }
}

// EXTERNAL MODULE: ./src/github/patience.ts
var github_patience = __webpack_require__(3031);
// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(3429);
// EXTERNAL MODULE: ./src/github/transport.ts
var github_transport = __webpack_require__(5038);
;// CONCATENATED MODULE: ./src/github/failure.ts



/**
 * A failed request in the form the plugins of octokit read (`status`, `request`, `response`), and nothing more:
 * octokit's own error holds the request with its headers and body, which no log should get.
 */
class RequestFailure extends Error {
    failure;
    answeredStatus;
    name = 'RequestFailure';
    request = { request: {} };
    response;
    constructor(failure, 
    /** Null when there was no complete answer. */
    answeredStatus, message, headers = {}, options) {
        super(message, options);
        this.failure = failure;
        this.answeredStatus = answeredStatus;
        this.response = { headers, data: null };
    }
    /** For the plugins, which repeat from 400 on: no answer, or a nonsensical one, counts as a server error. */
    get status() {
        const status = this.answeredStatus ?? 500;
        return this.failure.kind === 'unclear' ? Math.max(status, 500) : status;
    }
}
/** Anything that octokit's request rejects with. `now`: epoch milliseconds, for limits that name a time of reset. */
function toRequestFailure(error, now) {
    if (error instanceof RequestFailure) {
        return error;
    }
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof github_transport/* TransportFailure */.A) {
        const failure = cause.kind === 'unclear' ? { kind: 'unclear', waitMilliseconds: null } : { kind: cause.kind };
        return new RequestFailure(failure, null, cause.message, {}, { cause: cause.cause });
    }
    if (error instanceof Error && 'status' in error && typeof error.status === 'number' && 'response' in error) {
        const headers = headersOf(error.response);
        return new RequestFailure(kindOfStatus(error.status, headers, error.message, now), error.status, error.message, headers);
    }
    return new RequestFailure({ kind: 'unclear', waitMilliseconds: null }, null, 'the answer could not be read', {}, { cause: error });
}
function headersOf(response) {
    const headers = typeof response === 'object' && response !== null && 'headers' in response ? response.headers : null;
    return typeof headers === 'object' && headers !== null ? headers : {};
}
function kindOfStatus(status, headers, message, now) {
    if (status === 429 || (status === 403 && isLimit(headers, message))) {
        return { kind: 'limit', waitMilliseconds: waitForLimit(headers, now) };
    }
    if (status >= 500 || status === 408) {
        return { kind: 'unclear', waitMilliseconds: retryAfter(headers, now) };
    }
    return { kind: status >= 400 ? 'refused' : 'final' };
}
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api, "Exceeding the rate limit". */
function isLimit(headers, message) {
    return (headers['retry-after'] !== undefined ||
        String(headers['x-ratelimit-remaining']) === '0' ||
        /rate limit|abuse detection/i.test(message));
}
/** `retry-after`, else the time of reset, else the minute that GitHub asks for when it names nothing. */
function waitForLimit(headers, now) {
    const told = retryAfter(headers, now);
    if (told !== null) {
        return told;
    }
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
    const spent = String(headers['x-ratelimit-remaining']) === '0';
    // One second more: the reset is given in whole seconds.
    return spent && Number.isFinite(reset) ? Math.max(reset * 1000 - now, 0) + 1000 : 60_000;
}
/** Seconds or an HTTP date, as milliseconds from now. */
function retryAfter(headers, now) {
    const header = headers['retry-after'];
    if (header === undefined) {
        return null;
    }
    const seconds = Number(header);
    const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(String(header)) - now;
    return Number.isNaN(milliseconds) ? null : Math.max(milliseconds, 0);
}
/** The error the port promises. */
function toPortError(failure, operation, { write, token, now }) {
    const status = failure.answeredStatus;
    const message = cleanDetail(failure.message, token);
    const title = cleanDetail(operation, token);
    const options = failure.cause === undefined ? {} : { cause: failure.cause };
    switch (failure.failure.kind) {
        case 'refused':
            return new github/* GitHubRefusal */.k(title, status ?? 0, `${refusalAdvice(failure, token)}${message}`, options);
        case 'limit': {
            const seconds = Math.ceil(failure.failure.waitMilliseconds / 1000);
            const until = timeText(now + seconds * 1000);
            return new github/* GitHubOutage */.p(title, status, `a limit of requests is reached, GitHub asks to wait ${seconds} s${until}: ${message}`, options);
        }
        case 'unclear':
            return new github/* GitHubOutage */.p(title, status, write ? `${message}; whether it was carried out is not known` : message, options);
        case 'unsent':
        case 'final':
            return new github/* GitHubOutage */.p(title, status, message, options);
    }
}
/** Empty for a time that no calendar holds: the header is GitHub's, and may be anything. */
function timeText(time) {
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? '' : `, until ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function refusalAdvice(failure, token) {
    switch (failure.status) {
        case 401:
            return 'the token is not valid (wrong, expired or revoked), check the input `token`: ';
        case 403: {
            const accepted = failure.response.headers['x-accepted-github-permissions'];
            return accepted === undefined ? 'the token lacks a permission: ' : `the token lacks a permission, needed is ${cleanDetail(String(accepted), token)}: `;
        }
        case 404:
            return 'there is no such thing, or the token may not see it: ';
        default:
            return '';
    }
}

;// CONCATENATED MODULE: ./src/github/requests.ts




function createSend(octokit, clock, token) {
    return async ({ operation, method, path, body, repeatable, etag, live }) => {
        const headers = {
            'x-github-api-version': '2022-11-28',
            ...(typeof etag === 'string' ? { 'if-none-match': etag } : {}),
            ...(live === true ? { 'cache-control': 'no-cache' } : {}),
        };
        try {
            // An own `request` object for each: the plugins count repetitions in it.
            return await octokit.request({ method, url: path, headers, ...(body === undefined ? {} : { data: body }), request: { repeatable, operation } });
        }
        catch (error) {
            const failure = toRequestFailure(error, clock.now());
            if (failure.answeredStatus === 304 && typeof etag === 'string') {
                return { status: 304, headers: failure.response.headers, data: null };
            }
            throw toPortError(failure, operation, { write: method !== 'GET', token, now: clock.now() });
        }
    };
}
/**
 * The plugin that tells plugin-retry whether to send a failed request again, and waits before it is. It has to be
 * listed before plugin-retry, whose own rules know neither `retry-after`, nor a budget, nor that a comment must not be
 * posted twice.
 */
function persistence(patience, clock, token, log) {
    return (octokit) => {
        octokit.hook.wrap('request', async (request, options) => {
            const rest = patience.restLeft();
            if (rest > 0) {
                options.request.retries = 0;
                throw new RequestFailure({ kind: 'limit', waitMilliseconds: rest }, null, 'not asked, since that limit was reached before');
            }
            try {
                const answer = await request(options);
                // octokit hands on as it is what it cannot read as JSON.
                if (options.method === 'GET' && (typeof answer.data === 'string' || (0,types_.isAnyArrayBuffer)(answer.data))) {
                    throw new RequestFailure({ kind: 'unclear', waitMilliseconds: null }, answer.status, 'the answer is not JSON', answer.headers);
                }
                return answer;
            }
            catch (error) {
                const failure = toRequestFailure(error, clock.now());
                const repeats = Number(options.request.retryCount ?? 0);
                const repeat = await patience.beforeRepeat(failure.failure, { repeats, repeatable: options.request.repeatable === true });
                if (repeat) {
                    log(cleanDetail(`${String(options.request.operation)}: ${failure.message}; trying again (${repeats + 2} of ${github_patience/* repeatLimit */.p + 1})`, token));
                }
                options.request.retries = repeat ? github_patience/* repeatLimit */.p : 0;
                throw failure;
            }
        });
    };
}

;// CONCATENATED MODULE: ./src/github/create-github.ts








/**
 * GitHub by its REST API. octokit is loaded here and not with this file: an event that needs no request should not pay
 * for it.
 */
async function createGitHub(options) {
    const { token, log } = options;
    if (token === '') {
        throw new github/* GitHubRefusal */.k('sign in', 401, 'no token was given, check the input `token`');
    }
    const [toolkit, { retry }, { throttling }, { default: Bottleneck }] = await Promise.all([
        __webpack_require__.e(/* import() */ 250).then(__webpack_require__.bind(__webpack_require__, 5250)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 9735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(856)]).then(__webpack_require__.bind(__webpack_require__, 6856)),
        __webpack_require__.e(/* import() */ 251).then(__webpack_require__.t.bind(__webpack_require__, 3251, 23)),
    ]);
    const clock = { wait: options.wait ?? sleep, now: options.now ?? Date.now };
    const patience = (0,github_patience/* createPatience */.s)(clock);
    const proxyAware = behindProxy() ? toolkit.defaults.request?.fetch : undefined;
    const transport = (0,github_transport/* createTransport */.o)(options.fetch ?? proxyAware ?? fetch, options.timeLimitMilliseconds ?? 30_000);
    const Octokit = toolkit.GitHub.plugin(persistence(patience, clock, token, log), retry, throttling);
    const octokit = new Octokit({
        ...toolkit.getOctokitOptions(token, { userAgent: options.userAgent ?? 'bert-e-action' }),
        baseUrl: options.apiUrl.replace(/\/$/, ''),
        // octokit's own messages go to the console unless both of its places for a log are taken.
        request: { fetch: transport.fetch, log: silent },
        log: silent,
        // `persistence` decides and waits; plugin-retry sends again.
        retry: { doNotRetry: [], retryAfterBaseValue: 0 },
        // Limits that were hit are dealt with by `persistence` as well; this plugin keeps us from hitting them.
        throttle: {
            onRateLimit: ignore,
            onSecondaryRateLimit: ignore,
            write: new Bottleneck.Group({ id: 'writes', ...writePace }),
            notifications: new Bottleneck.Group({ id: 'notifications', ...writePace }),
        },
    });
    const send = createSend(octokit, clock, token);
    const lists = createLists(send, patience);
    return new GitHub(new Reads(options.repository, send, lists), send, transport, new Issues(options.repository, send, lists));
}
/**
 * GitHub allows about 80 writes of content per minute (platform facts, "Limits"). The plugin would rather space every
 * write by one to three seconds, which a run that writes three times waits for in vain; so a burst is let through at once,
 * and only the minute as a whole is limited.
 */
const writePace = { maxConcurrent: 1, reservoir: 60, reservoirRefreshAmount: 60, reservoirRefreshInterval: 60_000 };
/** If not, node's own `fetch` does, which is there already: the client of `@actions/github` takes longer to load than all the rest. */
function behindProxy() {
    return ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some((name) => (process.env[name] ?? '') !== '');
}
function sleep(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
function ignore() {
    // What these would tell is in the errors.
}
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };


/***/ }),

/***/ 3031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ repeatLimit),
/* harmony export */   s: () => (/* binding */ createPatience)
/* harmony export */ });
/** A request is sent at most four times. */
const repeatLimit = 3;
/** What one run may spend on waiting; beyond it the next run does better (spec 6, "Limits of the service"). */
const waitingBudget = 60_000;
const firstBackoff = 1000;
function createPatience(clock) {
    let spent = 0;
    let waitingUntil = Number.NEGATIVE_INFINITY;
    let restingUntil = Number.NEGATIVE_INFINITY;
    /** Requests that wait side by side cost the run their common time only once. */
    async function pause(milliseconds) {
        const start = clock.now();
        const end = start + milliseconds;
        const cost = Math.max(0, end - Math.max(start, waitingUntil));
        if (spent + cost > waitingBudget) {
            return false;
        }
        spent += cost;
        waitingUntil = Math.max(waitingUntil, end);
        await clock.wait(milliseconds);
        return true;
    }
    return {
        pause,
        beforeRepeat: async (failure, { repeats, repeatable }) => {
            const milliseconds = repeats < repeatLimit ? waitBefore(failure, repeats, repeatable) : null;
            const waited = milliseconds !== null && (await pause(milliseconds));
            if (!waited && failure.kind === 'limit') {
                // What is asked all the same is refused, and makes GitHub's patience with the robot shorter.
                restingUntil = Math.max(restingUntil, clock.now() + failure.waitMilliseconds);
            }
            return waited;
        },
        restLeft: () => Math.max(0, restingUntil - clock.now()),
    };
}
function waitBefore(failure, repeats, repeatable) {
    const backoff = firstBackoff * 2 ** repeats;
    switch (failure.kind) {
        case 'limit':
            return Math.max(failure.waitMilliseconds, backoff);
        case 'unsent':
            return backoff;
        case 'unclear':
            return repeatable ? Math.max(failure.waitMilliseconds ?? 0, backoff) : null;
        case 'refused':
        case 'final':
            return null;
    }
}


/***/ }),

/***/ 5038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ TransportFailure),
/* harmony export */   o: () => (/* binding */ createTransport)
/* harmony export */ });
/** There was no complete answer. */
class TransportFailure extends Error {
    kind;
    name = 'TransportFailure';
    constructor(
    /** `unsent`: GitHub cannot have seen the request. `unclear`: it may have acted on it. `final`: repeating is no use. */
    kind, message, options) {
        super(message, options);
        this.kind = kind;
    }
}
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const statusesWithoutBody = new Set([204, 205, 304]);
const redirectLimit = 3;
/**
 * A `fetch` that always ends: the time limit covers the body too, and the body is read here, so that an answer cut in
 * the middle is a failure and not a short text. Redirects (GitHub sends them for renamed repositories) are followed on
 * the same origin only: `fetch` itself would carry on to another host.
 */
function createTransport(send, timeLimitMilliseconds) {
    let count = 0;
    async function readWhole(url, init) {
        const signal = AbortSignal.timeout(timeLimitMilliseconds);
        count += 1;
        try {
            const response = await send(url.href, { ...init, redirect: 'manual', signal });
            const body = await response.arrayBuffer();
            const hasBody = !statusesWithoutBody.has(response.status);
            return new Response(hasBody ? body : null, { status: response.status, headers: response.headers });
        }
        catch (error) {
            if (signal.aborted) {
                throw new TransportFailure('unclear', `no complete answer within ${timeLimitMilliseconds / 1000} s`);
            }
            throw new TransportFailure(wasNeverSent(error) ? 'unsent' : 'unclear', `connection failed: ${reasonOf(error)}`, { cause: error });
        }
    }
    return {
        requestCount: () => count,
        fetch: async (url, init) => {
            let target = new URL(url);
            for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
                const response = await readWhole(target, init);
                const location = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
                if (location === null) {
                    return response;
                }
                target = redirectTarget(target, location, init.method ?? 'GET', response.status);
            }
            throw new TransportFailure('final', `more than ${redirectLimit} redirects`);
        },
    };
}
function redirectTarget(from, location, method, status) {
    if (!URL.canParse(location, from.href)) {
        throw new TransportFailure('final', 'redirect without a usable address');
    }
    const target = new URL(location, from);
    if (target.origin !== from.origin) {
        throw new TransportFailure('final', `redirect to another host (${target.host}), not followed`);
    }
    // Only 307 and 308 promise that the method and the body stay the same.
    if (method !== 'GET' && status !== 307 && status !== 308) {
        throw new TransportFailure('final', `redirect of a write (${status}), not followed`);
    }
    return target;
}
const neverSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
/** `fetch` itself only says "fetch failed"; the reason is its cause. */
function rootOf(error) {
    const cause = propertyOf(error, 'cause');
    return typeof cause === 'object' && cause !== null ? cause : error;
}
function wasNeverSent(error) {
    return neverSentCodes.has(propertyOf(rootOf(error), 'code'));
}
function reasonOf(error) {
    const message = propertyOf(rootOf(error), 'message');
    return typeof message === 'string' && message !== '' ? message : 'unknown reason';
}
function propertyOf(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}


/***/ })

};
