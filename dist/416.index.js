export const id = 416;
export const ids = [416];
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


/***/ }),

/***/ 6416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createJira: () => (/* binding */ createJira)
});

// EXTERNAL MODULE: ./src/git/redaction.ts
var redaction = __webpack_require__(5573);
// EXTERNAL MODULE: ./src/github/patience.ts
var patience = __webpack_require__(3031);
// EXTERNAL MODULE: ./src/github/transport.ts
var transport = __webpack_require__(5038);
// EXTERNAL MODULE: ./src/ports/issue-tracker.ts
var issue_tracker = __webpack_require__(8030);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./src/jira/answer.ts

/**
 * What an answer to the question for one issue says. `now`: epoch milliseconds, for a `retry-after` that is a date.
 *
 * https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issues/#api-rest-api-2-issue-issueidorkey-get
 */
function readAnswer(answer, now) {
    const { status } = answer;
    if (status === 200) {
        return readIssue(answer);
    }
    const refusal = refusalOf(answer);
    if (refusal !== null) {
        return failed(answer, { kind: 'refused' }, refusal);
    }
    if (status === 404) {
        return isMarkup(answer)
            ? failed(answer, unclear(null), 'there is no Jira at the address, only a web page (status 404): check the setting `jira_account_url`')
            : { kind: 'not-found' };
    }
    const detail = `Jira answered with status ${status}${saidBy(answer)}`;
    if (status === 429) {
        return failed(answer, { kind: 'limit', waitMilliseconds: retryAfter(answer, now) ?? 0 }, `Jira’s limit of requests is reached (status ${status})`);
    }
    if (status >= 500 || status === 408) {
        return failed(answer, unclear(retryAfter(answer, now)), detail);
    }
    return failed(answer, { kind: status >= 400 ? 'refused' : 'final' }, detail);
}
function failed({ status }, failure, detail, about = 'tracker') {
    return { kind: 'failed', failure, about, status, detail };
}
function unclear(waitMilliseconds) {
    return { kind: 'unclear', waitMilliseconds };
}
/**
 * Whether the account was turned away. Asked before 404 is believed: Jira goes on as if nobody had signed in when a
 * password is wrong, so that every issue of a closed project seems not to exist; only a header tells.
 */
function refusalOf({ status, headers }) {
    const denied = headers.get('x-authentication-denied-reason') ?? '';
    const login = headers.get('x-seraph-loginreason') ?? '';
    if (/captcha/i.test(denied)) {
        return 'Jira asks the account for a captcha after failed logins: sign in once with a browser as `jira_email`, and check the input `jira-token`';
    }
    if (status === 401 || /AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/i.test(login)) {
        return `Jira refuses the credentials (status ${status}): check that the input \`jira-token\` is a valid token of the account \`jira_email\``;
    }
    return status === 403 ? 'Jira refuses access (status 403): the account `jira_email` lacks a permission or a licence' : null;
}
/**
 * Fields beyond these are passed over. Fix versions may be missing, where a project hides the field. The project is in
 * the key, which is always that of the project where the issue is now.
 */
const issueSchema = dist/* object */.Ikc({
    key: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z0-9_]+-[0-9]+$/, 'expected the key of an issue')),
    fields: dist/* object */.Ikc({
        issuetype: dist/* object */.Ikc({ name: dist/* string */.YjP(), subtask: dist/* nullish */.cl6(dist/* boolean */.zMY(), false) }),
        project: dist/* nullish */.cl6(dist/* object */.Ikc({ key: dist/* string */.YjP() })),
        fixVersions: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP() })), []),
        parent: dist/* nullish */.cl6(dist/* object */.Ikc({ key: dist/* string */.YjP() })),
    }),
});
function readIssue(answer) {
    if (isMarkup(answer)) {
        return failed(answer, unclear(null), 'a web page came instead of an issue, as of a login or a maintenance: check the setting `jira_account_url`');
    }
    const parsed = dist/* safeParse */.xLC(issueSchema, parseJson(answer.body), { abortEarly: true });
    if (!parsed.success) {
        const place = dist/* getDotPath */.BuJ(parsed.issues[0]);
        return failed(answer, unclear(null), `the answer is no issue${place === null ? '' : ` (at ${place})`}`, 'issue');
    }
    const { key, fields } = parsed.output;
    const subTask = fields.issuetype.subtask;
    return {
        kind: 'found',
        issue: {
            key,
            project: fields.project?.key ?? key.slice(0, key.lastIndexOf('-')),
            type: fields.issuetype.name,
            subTask,
            // Jira Cloud also calls the epic of an issue its parent.
            parent: subTask ? (fields.parent?.key ?? null) : null,
            fixVersions: fields.fixVersions.map(({ name }) => name),
        },
    };
}
function isMarkup({ headers, body }) {
    return /html|xml/i.test(headers.get('content-type') ?? '') || body.trimStart().startsWith('<');
}
/** Undefined, which is no issue and no message either, for text that is not JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const errorSchema = dist/* object */.Ikc({ errorMessages: dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* minLength */.BpQ(1)) });
/** What Jira says about an error in its own words, if these are its words. */
function saidBy({ body }) {
    const parsed = dist/* safeParse */.xLC(errorSchema, parseJson(body));
    return parsed.success ? `: ${parsed.output.errorMessages.join(' ')}` : '';
}
/** Seconds or an HTTP date, as milliseconds from now. */
function retryAfter({ headers }, now) {
    const header = headers.get('retry-after');
    if (header === null || header.trim() === '') {
        return null;
    }
    const seconds = Number(header);
    const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
    return Number.isNaN(milliseconds) ? null : Math.max(milliseconds, 0);
}

;// CONCATENATED MODULE: ./src/jira/credentials.ts

/** The header value of basic authentication. Base64 keeps line breaks in a badly stored token out of the header. */
function basicCredentials(email, token) {
    return `Basic ${encoded(email, token)}`;
}
/** Every form in which the token may turn up in an error or in an answer that echoes the request; longest first. */
function secretsOf(email, token) {
    if (token === '')
        return [];
    const credentials = encoded(email, token);
    const forms = [...(0,redaction/* secretForms */.e)(token), credentials, credentials.replace(/=+$/, '')];
    return [...new Set(forms)].sort((left, right) => right.length - left.length);
}
function encoded(email, token) {
    return Buffer.from(`${email}:${token}`, 'utf8').toString('base64');
}

;// CONCATENATED MODULE: ./src/jira/fetch.ts
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
/** Requests to this machine never go through a proxy, as everywhere in the toolkit of GitHub Actions. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];
/**
 * A `fetch` that uses the proxy of the runner. The one of `@actions/github` does not do here: it is bound once and for all
 * to the way to GitHub, while `no_proxy` may tell another way to Jira. Node's own knows no proxy.
 */
async function proxyAwareFetch(variables) {
    if (proxyVariables.every((name) => (variables[name] ?? '') === '')) {
        return fetch;
    }
    const undici = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 9721, 23));
    const http = variables.http_proxy ?? variables.HTTP_PROXY;
    const https = variables.https_proxy ?? variables.HTTPS_PROXY;
    const except = [variables.no_proxy ?? variables.NO_PROXY ?? '', ...thisMachine].filter((entry) => entry !== '');
    const dispatcher = new undici.EnvHttpProxyAgent({
        ...(http === undefined ? {} : { httpProxy: http }),
        ...(https === undefined ? {} : { httpsProxy: https }),
        noProxy: except.join(','),
    });
    // Two descriptions of one interface: that of undici, and that of the undici inside of node.
    const send = undici.fetch;
    return (url, init) => send(url, { ...init, dispatcher });
}
const statusesWithoutBody = new Set([204, 205, 304]);
/** A `fetch` that reads at most so many bytes of an answer: nobody can fill the memory of the runner. */
function boundedFetch(send, limitBytes) {
    return async (url, init) => {
        const response = await send(url, init);
        const pieces = [];
        let length = 0;
        for await (const piece of (response.body ?? [])) {
            length += piece.byteLength;
            if (length > limitBytes) {
                throw new Error(`the answer is larger than ${limitBytes / 1024} KiB`);
            }
            pieces.push(piece);
        }
        const body = statusesWithoutBody.has(response.status) ? null : Buffer.concat(pieces);
        return new Response(body, { status: response.status, headers: [...response.headers] });
    };
}

;// CONCATENATED MODULE: ./src/jira/create-jira.ts







/** An issue with the four fields asked for has some kilobytes. */
const answerLimit = 1024 * 1024;
/** Version 2 of the interface is the one that Jira Cloud and Jira Data Center both have. */
const issuePath = 'rest/api/2/issue/';
const fields = 'issuetype,project,fixVersions,parent';
/**
 * Jira by its REST API (spec 3, "Issue tracker"). Nothing is sent before the first question, and a mistake in the options
 * rejects that question as an outage: pull requests that need no issue do not suffer from it.
 *
 * A plain request and no client from npm: there is one kind of request, every rule about repeating, redirects and secrets
 * would have to be enforced around a client anyway, and the kept ones are large (unpacked: jira.js 6.2 12 MB in 7,900 files
 * with zod besides valibot; jira-client 8.2 8 MB, and a request library of its own).
 */
function createJira(options) {
    return new Jira(options);
}
class Jira {
    options;
    #clock;
    #patience;
    #secrets;
    #transport = null;
    /**
     * Set when Jira as a whole gave no usable answer in spite of all repetitions. A sweep asks for many issues; it must
     * neither wait for each of them again, nor knock with a wrong token until Jira locks the account.
     */
    #outage = null;
    constructor(options) {
        this.options = options;
        this.#clock = { wait: options.wait ?? sleep, now: options.now ?? Date.now };
        this.#patience = (0,patience/* createPatience */.s)(this.#clock);
        this.#secrets = secretsOf(options.email, options.token);
    }
    async issue(key) {
        if (!/^[A-Za-z0-9_]+-[0-9]+$/.test(key)) {
            // No issue can have such a key, and it would make another address.
            return null;
        }
        if (this.#outage !== null) {
            throw this.#outage;
        }
        const address = this.#addressOf(key);
        for (let repeats = 0;; repeats += 1) {
            const reading = await this.#ask(address);
            switch (reading.kind) {
                case 'found':
                    return reading.issue;
                case 'not-found':
                    return null;
                case 'failed': {
                    if (!(await this.#patience.beforeRepeat(reading.failure, { repeats, repeatable: true }))) {
                        throw this.#giveUp(reading);
                    }
                    this.options.log(this.#clean(`issue ${key}: ${reading.detail}; trying again (${repeats + 2} of ${patience/* repeatLimit */.p + 1})`));
                }
            }
        }
    }
    #addressOf(key) {
        const { accountUrl, token } = this.options;
        if (token === '') {
            throw new issue_tracker/* IssueTrackerOutage */.b(null, 'no token was given, check the input `jira-token`');
        }
        if (!isPlainWebAddress(accountUrl)) {
            throw new issue_tracker/* IssueTrackerOutage */.b(null, 'the setting `jira_account_url` is no web address, or one with credentials, query or fragment');
        }
        return `${accountUrl.replace(/\/+$/, '')}/${issuePath}${key}?fields=${fields}`;
    }
    async #ask(address) {
        const { email, token } = this.options;
        try {
            const send = await this.#openTransport();
            const response = await send(address, {
                method: 'GET',
                headers: { accept: 'application/json', authorization: basicCredentials(email, token), 'user-agent': 'bert-e-action' },
            });
            return readAnswer({ status: response.status, headers: response.headers, body: await response.text() }, this.#clock.now());
        }
        catch (error) {
            if (error instanceof transport/* TransportFailure */.A) {
                const failure = error.kind === 'unclear' ? { kind: error.kind, waitMilliseconds: null } : { kind: error.kind };
                return { kind: 'failed', about: 'tracker', failure, status: null, detail: error.message };
            }
            throw error;
        }
    }
    #openTransport() {
        this.#transport ??= this.#createTransport();
        return this.#transport;
    }
    async #createTransport() {
        const send = this.options.fetch ?? (await proxyAwareFetch(process.env).catch(refuseProxy));
        return (0,transport/* createTransport */.o)(boundedFetch(send, answerLimit), this.options.timeLimitMilliseconds ?? 20_000).fetch;
    }
    /** Without a cause: what the network layer throws holds pieces of the answer, and an answer may echo credentials. */
    #giveUp({ status, detail, failure, about }) {
        const asked = failure.kind === 'limit' && failure.waitMilliseconds > 0 ? `; it asks to wait ${Math.ceil(failure.waitMilliseconds / 1000)} s` : '';
        const outage = new issue_tracker/* IssueTrackerOutage */.b(status, this.#clean(`${detail}${asked}`));
        this.#outage = about === 'tracker' ? outage : null;
        return outage;
    }
    #clean(text) {
        return (0,redaction/* cleanDetail */.n)(text, this.#secrets);
    }
}
function isPlainWebAddress(text) {
    if (!URL.canParse(text)) {
        return false;
    }
    const { protocol, username, password, search, hash } = new URL(text);
    return ['https:', 'http:'].includes(protocol) && [username, password, search, hash].every((part) => part === '');
}
/** Without the error, which holds the address of the proxy and with it perhaps a password. */
function refuseProxy() {
    throw new transport/* TransportFailure */.A('final', 'the proxy that the environment variables of the runner name cannot be used');
}
function sleep(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}


/***/ })

};
