export const id = 118;
export const ids = [118];
export const modules = {

/***/ 2118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGit: () => (/* binding */ createGit)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/ports/git.ts
var git = __webpack_require__(4220);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/git/argument-space.ts

/** Bytes of a pointer: the system counts one for each argument and each variable. */
const pointer = 8;
/** Left for what git adds when it starts its own programs: their names, a few options and variables. */
const reserve = 32_768;
/**
 * How many bytes of arguments and variables together the system lets a program be started with, the reserve taken off.
 * Linux: a quarter of the limit of the stack, at most 6 MiB (execve(2)); macOS: `ARG_MAX`; Windows: the length of a command line.
 */
function argumentSpace(platform = process.platform, stackLimit = platform === 'linux' ? readStackLimit() : null) {
    switch (platform) {
        case 'linux':
            return Math.min(Math.max((stackLimit ?? 8 * 2 ** 20) / 4, 131_072), 6 * 2 ** 20) - reserve;
        case 'win32':
            return 32_767 - reserve / 16;
        default:
            return 2 ** 20 - reserve;
    }
}
/** Bytes; null if it is not known. Infinity: there is none. */
function readStackLimit() {
    try {
        const soft = /^Max stack size +(?<soft>[0-9]{1,19}|unlimited) /mu.exec((0,external_node_fs_.readFileSync)('/proc/self/limits', 'utf8'))?.groups?.soft;
        return soft === undefined ? null : soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft);
    }
    catch {
        // No /proc: the usual limit is taken, and a program that cannot be started is an outage like any other.
        return null;
    }
}
/** What these arguments and variables take of that space. */
function spaceOf(line, environment) {
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    return [...line, ...variables].reduce((sum, text) => sum + Buffer.byteLength(text) + 1 + pointer, 0);
}

;// CONCATENATED MODULE: ./src/git/commit-object.ts
/**
 * The content of a commit, byte for byte what `git commit-tree` makes of the same tree, parents, message and time:
 * parents without repetition, names cleaned as git cleans them, time in whole seconds UTC.
 */
function commitContent(commit, robot, time) {
    const signature = `${cleanIdentity(robot.name)} <${cleanIdentity(robot.email)}> ${Math.floor(time.getTime() / 1000)} +0000`;
    const lines = [
        `tree ${commit.tree}`,
        ...[...new Set(commit.parents)].map((parent) => `parent ${parent}`),
        `author ${signature}`,
        `committer ${signature}`,
        '',
        normalizeMessage(commit.message),
    ];
    return Buffer.from(lines.join('\n'));
}
/** No control characters but line feeds, no surrounding empty lines, and exactly one line feed at the end. */
function normalizeMessage(message) {
    return `${message.replace(/[^\P{Cc}\n]/gu, '').replace(/^\n+/, '').trimEnd()}\n`;
}
/** Drops what git drops from a name or an address: `<`, `>` and line feeds, and punctuation at both ends. */
function cleanIdentity(text) {
    const isCrud = (character) => character <= ' ' || '.,:;<>"\\\''.includes(character);
    let start = 0;
    let end = text.length;
    while (start < end && isCrud(text.charAt(start)))
        start += 1;
    while (end > start && isCrud(text.charAt(end - 1)))
        end -= 1;
    return text.slice(start, end).replace(/[\n<>\0]/g, '');
}

;// CONCATENATED MODULE: ./src/git/environment.ts

/** Variables of the runner that git needs in order to start and to find the way to the server. Nothing else passes. */
const passedOn = [
    'PATH',
    'http_proxy', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY',
    'SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_PROXY_SSL_CAINFO',
];
/** What every git process gets: built from nothing, so that no variable of the runner changes what git does. */
function baseEnvironment(places, runner) {
    const environment = {};
    for (const name of passedOn) {
        const value = runner[name];
        if (value !== undefined && value !== '')
            environment[name] = value;
    }
    return {
        ...environment,
        LC_ALL: 'C',
        HOME: places.home,
        TMPDIR: places.root,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: `${places.home}/.gitconfig`,
        GIT_ATTR_NOSYSTEM: '1',
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        // Never look for a repository further up: `ls-remote` runs outside of any. A ceiling holds only for what lies below it,
        // not for the directory itself.
        GIT_CEILING_DIRECTORIES: (0,external_node_path_.dirname)(places.root),
    };
}
/** For processes that only read and write local objects: no protocol at all, no token. */
function localEnvironment(base, places) {
    return { ...base, GIT_DIR: places.repository, GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' };
}
/**
 * For processes that talk to the server: its own protocol only, and the token as configuration in the environment,
 * which is neither in an argument nor on disk. The empty value first drops headers another step may have configured:
 * two authorization headers make GitHub answer 400 (platform.md).
 */
function networkEnvironment(base, access) {
    const key = `http.${access.serverUrl}/.extraheader`;
    const credentials = Buffer.from(`x-access-token:${access.token}`).toString('base64');
    return {
        ...base,
        GIT_ALLOW_PROTOCOL: new URL(access.serverUrl).protocol.replace(':', ''),
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: key,
        GIT_CONFIG_VALUE_0: '',
        GIT_CONFIG_KEY_1: key,
        GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${credentials}`,
    };
}
/**
 * For fetches: what they ask for is all they transfer. Without this, a server that speaks the old protocol without packs
 * would have git look for each object by a fetch of its own, and that one by another, without end.
 */
function fetchEnvironment(network) {
    return { ...network, GIT_NO_LAZY_FETCH: '1' };
}
/** A network process that works on the repository of objects. */
function networkRepositoryEnvironment(base, access, places) {
    return { ...networkEnvironment(base, access), GIT_DIR: places.repository };
}

// EXTERNAL MODULE: ./src/git/redaction.ts
var redaction = __webpack_require__(5573);
;// CONCATENATED MODULE: ./src/git/version.ts
/** `merge-tree --stdin` came with 2.39 (git's release notes). */
const needed = { major: 2, minor: 39 };
/** Reads the line that `git version` prints, whatever the vendor adds to it; null if it is no such line. */
function parseVersion(line) {
    const numbers = /^git version (?<major>[0-9]{1,4})\.(?<minor>[0-9]{1,4})/.exec(line)?.groups;
    return numbers === undefined ? null : { major: Number(numbers.major), minor: Number(numbers.minor) };
}
/** What is wrong with this version; null if nothing is, or if it is not known. */
function describeOutdated(version) {
    if (version === null || isAtLeast(version, needed))
        return null;
    return `git ${version.major}.${version.minor} was found, ${needed.major}.${needed.minor} or newer is needed`;
}
function isAtLeast(version, other) {
    return version.major > other.major || (version.major === other.major && version.minor >= other.minor);
}

;// CONCATENATED MODULE: ./src/git/failure.ts



/**
 * The outage behind a git process that did not do its work, with what git said about it, cleaned. An old git fails in
 * many puzzling ways, so the version is named if that may be the reason.
 */
function explainFailure(operation, result, secrets, version) {
    const ending = result.status === null ? 'ended by a signal' : `exit status ${result.status}`;
    const detail = (0,redaction/* cleanDetail */.n)(result.errorText, secrets);
    const said = detail === '' ? ending : `${ending}: ${detail}`;
    const outdated = describeOutdated(version);
    return new git/* GitOutage */.Cq(operation, outdated === null ? said : `${outdated}; ${said}`);
}

;// CONCATENATED MODULE: ./src/git/object-name.ts
const objectName = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Whether the text is a full object name as git prints it; an abbreviated or upper-case one is not. */
function isObjectName(text) {
    return text !== undefined && objectName.test(text);
}
/** Throws on anything but full object names: what goes on git's command line or standard input is never guessed. */
function assertObjectNames(names) {
    for (const name of names) {
        if (!objectName.test(name))
            throw new Error(`not a full object name: ${JSON.stringify(name.slice(0, 80))}`);
    }
}
function objectFormatOf(name) {
    return name.length === 64 ? 'sha256' : 'sha1';
}

;// CONCATENATED MODULE: ./src/git/history.ts


/** Fields end with NUL, which cannot occur inside; git adds a line feed after each record. */
const historyFormat = 'tformat:%H%x00%T%x00%P%x00%ae%x00%ce%x00%s%x00';
/** Number of fields of a record. */
const fieldCount = 6;
/** Reads what `git rev-list --format=<historyFormat>` printed. An answer that does not fit the format is an outage. */
function parseHistory(output) {
    const fields = output.toString('utf8').split('\0');
    const rest = fields.pop();
    if ((rest !== '' && rest !== '\n') || fields.length % fieldCount !== 0)
        throw unreadable();
    const records = [];
    const trees = new Map();
    for (let index = 0; index < fields.length; index += fieldCount) {
        const [first, tree, parentNames, authorEmail, committerEmail, subject] = fields.slice(index, index + fieldCount);
        const sha = index === 0 ? first : first?.slice(1);
        const parents = parentNames === undefined || parentNames === '' ? [] : parentNames.split(' ');
        if (!isObjectName(sha) || !isObjectName(tree) || !parents.every(isObjectName))
            throw unreadable();
        if (authorEmail === undefined || committerEmail === undefined || subject === undefined)
            throw unreadable();
        trees.set(sha, tree);
        records.push({ sha, parents, authorEmail, committerEmail, subject });
    }
    return { records, trees };
}
function unreadable() {
    return new git/* GitOutage */.Cq('rev-list', 'the answer cannot be read');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/git/loose-object.ts





const compress = (0,external_node_util_.promisify)(external_node_zlib_.deflate);
/**
 * Stores a loose object the way git does: complete under another name first, then renamed. This takes no process, and a
 * running `git merge-tree` sees the object at once.
 *
 * @param objects the `objects` directory of the repository
 */
async function writeObject(objects, kind, content, format) {
    const bytes = Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]);
    const sha = (0,external_node_crypto_.createHash)(format).update(bytes).digest('hex');
    const directory = (0,external_node_path_.join)(objects, sha.slice(0, 2));
    const file = (0,external_node_path_.join)(directory, sha.slice(2));
    if (await exists(file))
        return sha;
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const temporary = (0,external_node_path_.join)(directory, `tmp_obj_${(0,external_node_crypto_.randomUUID)()}`);
    await (0,promises_.writeFile)(temporary, await compress(bytes), { mode: 0o444, flag: 'wx' });
    await (0,promises_.rename)(temporary, file);
    return sha;
}
async function exists(file) {
    try {
        await (0,promises_.access)(file);
        return true;
    }
    catch {
        // Absent; anything else that is wrong with the place shows when the object is written.
        return false;
    }
}

;// CONCATENATED MODULE: ./src/git/merge-record.ts

/** Whether an answer begins as one must; anything else would be waited for in vain. */
function isMergeStatus(start) {
    return start === 0x30 || start === 0x31;
}
/** Cuts what `git merge-tree --stdin -z` prints into answers. Each ends with two NULs, and no field inside is empty. */
class MergeRecords {
    #pieces = [];
    #length = 0;
    /** Takes what arrived, and answers the records that are complete with it. */
    add(chunk) {
        const records = [];
        let rest = chunk;
        for (let end = this.#endIn(rest); end !== null; end = this.#endIn(rest)) {
            records.push(Buffer.concat([...this.#pieces, rest.subarray(0, end)]));
            rest = rest.subarray(end);
            this.#pieces = [];
            this.#length = 0;
        }
        if (rest.length > 0) {
            this.#pieces.push(rest);
            this.#length += rest.length;
        }
        return records;
    }
    /** Bytes of the record that is not complete yet. */
    get length() {
        return this.#length;
    }
    /** First byte of the record that is not complete yet. */
    get start() {
        return this.#pieces[0]?.[0];
    }
    #endIn(chunk) {
        if (chunk[0] === 0 && this.#pieces.at(-1)?.at(-1) === 0)
            return 1;
        const end = chunk.indexOf('\0\0');
        return end === -1 ? null : end + 2;
    }
}
/**
 * Reads one answer of `git merge-tree --stdin -z --name-only --no-messages`: status, tree, names of the files in
 * conflict, each ended by NUL, and an empty field at the end. In this mode 1 is clean and 0 is a conflict. Null if
 * the answer is none of that.
 */
function parseMergeRecord(record) {
    const [status, tree, ...rest] = record.toString('utf8').split('\0');
    const files = rest.slice(0, -2);
    if (!isObjectName(tree) || rest.length < 2 || rest.at(-1) !== '' || rest.at(-2) !== '' || files.includes(''))
        return null;
    if (status === '1')
        return files.length === 0 ? { kind: 'clean', tree } : null;
    if (status === '0')
        return { kind: 'conflict', files: [...new Set(files)].sort() };
    return null;
}

;// CONCATENATED MODULE: ./src/git/merge-padding.ts


/** Longer than what a C library keeps back of output that goes to a pipe: glibc 4,096 bytes, musl 1,024. */
const fileName = 'x'.repeat(9_000);
/**
 * Until 2.49 `git merge-tree --stdin` left its answers in its buffer until that was full or its input ended. A merge whose
 * answer is longer than the buffer pushes the answer before it out, so that one process can serve a run with any git. Its
 * commits are few bytes, nothing references them, and no merge of anybody meets them.
 *
 * @param objects the `objects` directory of the repository
 */
async function writeMergePadding(objects, format) {
    const store = (kind, content) => writeObject(objects, kind, content, format);
    const tree = async (text) => {
        const blob = await store('blob', Buffer.from(text));
        return store('tree', Buffer.concat([Buffer.from(`100644 ${fileName}\0`), Buffer.from(blob, 'hex')]));
    };
    const commit = (of, parents) => {
        const signature = 'padding <padding@invalid> 0 +0000';
        const lines = [`tree ${of}`, ...parents.map((parent) => `parent ${parent}`), `author ${signature}`, `committer ${signature}`, '', 'padding\n'];
        return store('commit', Buffer.from(lines.join('\n')));
    };
    const [before, changed, deleted] = await Promise.all([tree('before\n'), tree('after\n'), store('tree', Buffer.alloc(0))]);
    const base = await commit(before, []);
    const [ours, theirs] = await Promise.all([commit(changed, [base]), commit(deleted, [base])]);
    return { ours, theirs };
}
/** Whether this is git's answer to the padding: if not, answers have got out of step with what was asked. */
function isPaddingRecord(record) {
    const merge = parseMergeRecord(record);
    return merge?.kind === 'conflict' && merge.files.length === 1 && merge.files[0] === fileName;
}

;// CONCATENATED MODULE: ./src/git/nesting.ts
/**
 * A merge that transfers something takes four processes, each started by the one before. An empty answer makes git believe
 * that the server speaks the old protocol without packs; then it has each object that is missing looked for by another
 * transfer, and that one does the same, without end: hundreds of processes in seconds. No variable or setting of git ends
 * this for merges, which do have to transfer.
 */
const deepest = 20;
/** Bytes of one report that are looked at; a report begins with the names of all processes it came through, about 40 bytes each. */
const reportLimit = 65_536;
/** git on Windows does not hand the descriptor on; what it would write to there is not known. */
const canReportNesting = process.platform !== 'win32';
/** Has git, and every git that it starts, report by descriptor 3 who started it. */
function reportNesting(environment) {
    return canReportNesting ? { ...environment, GIT_TRACE2_EVENT: '3', GIT_TRACE2_EVENT_NESTING: '1', GIT_TRACE2_EVENT_BRIEF: '1' } : environment;
}
/** Calls `tooDeep`, perhaps several times, when processes start each other without end. */
function watchNesting(child, tooDeep) {
    let report = '';
    child.stdio[3]?.on('data', (chunk) => {
        const reports = (report + chunk.toString('latin1')).split('\n');
        report = (reports.pop() ?? '').slice(0, reportLimit);
        if (reports.some((line) => depthOf(line) > deepest))
            tooDeep();
    });
}
/** The name of a process holds those of the processes that led to it. */
function depthOf(report) {
    const name = /^\{"event":"[a-z_]{1,40}","sid":"(?<name>[^"]*)"/.exec(report)?.groups?.name ?? '';
    return name.split('/').length;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/git/processes.ts


/** Bytes of standard error that are kept: the last ones, where git says what was fatal. */
const errorTextLimit = 65_536;
function createGitProcesses(program) {
    const running = new Set();
    let count = 0;
    function start(request) {
        count += 1;
        const child = (0,external_node_child_process_.spawn)(program, request.arguments, {
            cwd: request.workingDirectory,
            env: request.environment,
            stdio: request.reports === true ? ['pipe', 'pipe', 'pipe', 'pipe'] : ['pipe', 'pipe', 'pipe'],
            shell: false,
            // A process group of its own: ending it also ends the transport processes that git starts.
            detached: true,
        });
        running.add(child);
        child.once('close', () => running.delete(child));
        child.once('error', () => {
            if (child.pid === undefined)
                running.delete(child);
        });
        return child;
    }
    function run(request) {
        return new Promise((resolve, reject) => {
            let child;
            try {
                child = start(request);
            }
            catch (error) {
                // Some start failures are thrown instead of emitted, e.g. an argument list longer than the system allows.
                reject(startFailure(request.operation, error));
                return;
            }
            const output = [];
            let outputLength = 0;
            const errorText = collectErrorText(child);
            const giveUp = (detail) => {
                clearTimeout(timer);
                kill(child);
                reject(new git/* GitOutage */.Cq(request.operation, detail));
            };
            const timer = setTimeout(() => giveUp(`no answer within ${Math.round(request.timeoutMilliseconds / 1000)} s`), request.timeoutMilliseconds);
            child.stdout.on('data', (chunk) => {
                outputLength += chunk.length;
                if (outputLength > request.outputLimit)
                    giveUp(`more than ${request.outputLimit} bytes of output`);
                else
                    output.push(chunk);
            });
            child.once('error', (error) => {
                clearTimeout(timer);
                reject(startFailure(request.operation, error));
            });
            child.once('close', (status) => {
                clearTimeout(timer);
                resolve({ status, output: Buffer.concat(output), errorText: errorText() });
            });
            ignoreBrokenPipe(child);
            child.stdin.end(request.input ?? '');
        });
    }
    async function dispose() {
        const ends = [...running].map((child) => {
            const end = new Promise((resolve) => child.once('close', () => resolve()));
            kill(child);
            return end;
        });
        await Promise.all(ends);
    }
    return {
        get count() { return count; },
        run,
        start,
        kill,
        dispose,
    };
}
/** Keeps the last bytes a process writes to standard error; call the result to read them. */
function collectErrorText(child) {
    let kept = Buffer.alloc(0);
    child.stderr.on('data', (chunk) => {
        kept = Buffer.concat([kept, chunk]);
        if (kept.length > errorTextLimit)
            kept = kept.subarray(kept.length - errorTextLimit);
    });
    return () => kept.toString('utf8');
}
/** A process that ends before it has read its input is judged by its exit status, not by the broken pipe. */
function ignoreBrokenPipe(child) {
    child.stdin.on('error', () => undefined);
}
function startFailure(operation, error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return new git/* GitOutage */.Cq(operation, `the git program cannot be started (${code}); git 2.39 or newer is needed`, { cause: error });
}
function kill(child) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // The group is gone already, or the system has no process groups.
        child.kill('SIGKILL');
    }
}

;// CONCATENATED MODULE: ./src/git/merge-process.ts





const operation = 'merge-tree';
/** A merge's answer longer than this many bytes is an outage. */
const recordLimit = 64 * 1024 * 1024;
/**
 * One `git merge-tree --stdin` that serves all merges of a run; see `writeMergePadding` for how an old git is made to
 * answer. It starts with the first merge; if it ends, the next merge starts another one. It reads objects as they are at
 * that moment, so commits made meanwhile are seen.
 */
function createMergeProcess(settings) {
    const { processes } = settings;
    let session = null;
    let previous = Promise.resolve();
    /** Whether padding makes git answer; null: not known yet. If not, every merge takes a process of its own. */
    let answersAtOnce = null;
    function open() {
        const child = processes.start({
            operation,
            arguments: ['merge-tree', '--stdin', '-z', '--name-only', '--no-messages'],
            environment: reportNesting(settings.environment),
            workingDirectory: settings.workingDirectory,
            reports: canReportNesting,
        });
        ignoreBrokenPipe(child);
        const opened = { child, errorText: collectErrorText(child), records: new MergeRecords(), paddingDue: 0, asker: null };
        const forget = () => {
            if (session === opened)
                session = null;
        };
        child.once('close', forget);
        // Without a listener a failed start would end the whole program; the request in progress has its own.
        child.on('error', forget);
        child.stdout.on('data', (chunk) => receive(opened, chunk));
        watchNesting(child, () => abandon(opened, 'the server gave no usable answer to a transfer'));
        session = opened;
        return opened;
    }
    function receive(from, chunk) {
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
        if (from.records.length > recordLimit)
            abandon(from, `more than ${recordLimit} bytes of output`);
        else if (from.records.length > 0 && !isMergeStatus(from.records.start))
            abandon(from, 'the answer cannot be read');
    }
    /** Whatever it would still print must not be read as the answer to another merge. */
    function abandon(from, detail) {
        if (session === from)
            session = null;
        processes.kill(from.child);
        from.asker?.giveUp(detail);
    }
    function ask(ours, theirs, padding) {
        return new Promise((resolve, reject) => {
            const current = session ?? open();
            const { child, errorText } = current;
            const endInput = () => {
                if (session === current)
                    session = null;
                child.stdin.end();
            };
            const settle = (act) => {
                clearTimeout(timer);
                clearTimeout(impatience);
                current.asker = null;
                child.off('close', onClose);
                child.off('error', onError);
                act();
            };
            const onClose = (status) => settle(() => resolve({ kind: 'ended', status, errorText: errorText() }));
            const onError = (error) => settle(() => reject(new git/* GitOutage */.Cq(operation, 'the git program cannot be started', { cause: error })));
            const timer = setTimeout(() => abandon(current, `no answer within ${Math.round(settings.timeoutMilliseconds / 1000)} s`), settings.timeoutMilliseconds);
            const impatience = setTimeout(() => {
                if (answersAtOnce === true)
                    return;
                answersAtOnce = false;
                endInput();
            }, settings.patienceMilliseconds);
            current.asker = {
                answer: (merge) => settle(() => {
                    answersAtOnce ??= true;
                    resolve({ kind: 'answered', merge });
                }),
                giveUp: (detail) => settle(() => reject(new git/* GitOutage */.Cq(operation, detail))),
            };
            child.once('close', onClose);
            child.once('error', onError);
            child.stdin.write(`${ours} ${theirs}\n${padding.ours} ${padding.theirs}\n`);
            if (answersAtOnce === false)
                endInput();
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/git/settings.ts

/**
 * The only git configuration in force, besides the few lines in the repository itself. It stands in the private
 * `.gitconfig` of a home directory made for one run; system and user configuration are not read (spec 6).
 */
function gitSettings(absentDirectory) {
    return section('core', {
        hooksPath: absentDirectory,
        attributesFile: external_node_os_.devNull,
        excludesFile: external_node_os_.devNull,
        fsmonitor: 'false',
        logAllRefUpdates: 'false',
        askPass: '',
    })
        + section('credential', { helper: '' })
        // Redirects are not followed: a renamed repository fails visibly, and no other host ever sees the token.
        + section('http', { followRedirects: 'false', sslVerify: 'true', lowSpeedLimit: '1', lowSpeedTime: '60' })
        + section('protocol', { version: '2' })
        + section('transfer', { bundleURI: 'false' })
        + section('fetch', { recurseSubmodules: 'false', writeCommitGraph: 'false' })
        + section('submodule', { recurse: 'false' })
        + section('push', { recurseSubmodules: 'no', followTags: 'false', gpgSign: 'false', negotiate: 'false' })
        + section('gc', { auto: '0' })
        + section('maintenance', { auto: 'false' })
        // git's own defaults, written down: what merges here merges the same way for a developer, whatever the version.
        + section('merge', { renames: 'true', directoryRenames: 'conflict', renameLimit: '7000', renormalize: 'false' })
        + section('diff', { renames: 'true', renameLimit: '1000' })
        + section('i18n', { logOutputEncoding: 'UTF-8', commitEncoding: 'UTF-8' })
        + section('log', { showSignature: 'false', mailmap: 'false' });
}
/** One section of a configuration file. Every value is quoted, so it may hold any character. */
function section(name, values) {
    const lines = Object.entries(values).map(([key, value]) => `\t${key} = ${quoted(value)}\n`);
    return `[${name}]\n${lines.join('')}`;
}
function quoted(value) {
    const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
    return `"${escaped}"`;
}

;// CONCATENATED MODULE: ./src/git/push-arguments.ts


/** The name of the remote that the configuration of a push is about. */
const receiver = 'receiver';
/** Throws a plain error on what no caller may ask for; that is a defect of the caller, not an outage. */
function assertPushable(updates) {
    for (const update of updates) {
        if (!/^refs\/(?:heads|tags)\/[^\s:]/.test(update.ref) || /[\u0000-\u0020\u007f~^:?*[\\]/.test(update.ref)) {
            throw new Error(`not the full name of a branch or tag: ${JSON.stringify(update.ref.slice(0, 300))}`);
        }
        if (update.from === null && update.to === null)
            throw new Error(`neither an old nor a new commit for ${update.ref}`);
        assertObjectNames([update.from, update.to].filter((name) => name !== null));
    }
    const refs = updates.map((update) => update.ref);
    if (new Set(refs).size !== refs.length)
        throw new Error('a ref occurs twice in one push');
}
/**
 * One atomic push: an explicit lease on every ref, no force, nothing but what is listed. The leases are arguments, as git
 * knows no other way, and hands them on as arguments to the program that talks to the server. The refs are configuration,
 * which takes half of what a command line would have to hold off it.
 *
 * @param configurationFile where the configuration will be when git reads it; an absolute path
 */
function pushOrder(updates, remoteUrl, configurationFile) {
    assertPushable(updates);
    return {
        arguments: [
            '-c', `include.path=${configurationFile}`,
            'push', '--atomic', '--porcelain', '--no-verify', '--no-signed', '--no-follow-tags', '--no-progress', '--recurse-submodules=no',
            ...updates.map(lease), '--', receiver,
        ],
        configuration: section(`remote "${receiver}"`, { url: remoteUrl })
            + updates.map(({ ref, to }) => section(`remote "${receiver}"`, { push: `${to ?? ''}:${ref}` })).join(''),
    };
}
function lease({ ref, from }) {
    return `--force-with-lease=${ref}:${from ?? ''}`;
}
/**
 * The longest arguments that this push takes: those of the program of git that talks to the server. It gets every lease
 * with the commit written out, also where that says "must not exist", and the refs by its standard input.
 */
function leaseArguments(updates) {
    return updates.map((update) => lease({ ...update, from: update.from ?? update.to }));
}

;// CONCATENATED MODULE: ./src/git/push-report.ts
/** Said of refs that were fine themselves, but fell with another one of the same atomic push. */
const collateral = /^(?:atomic push failed|atomic push failure|atomic transaction failed|transaction failed to start)$/;
/** Said when a ref was not, or no longer, what its lease expects: here before sending, or on the server meanwhile. */
const moved = /^(?:stale info|remote ref updated since checkout|fetch first|already exists)$|cannot lock ref|failed to update ref|reference already exists|incorrect old value provided/;
/** The one of them that git says by itself, before sending. */
const movedBefore = 'stale info';
/** A branch that is in the way of another (`a` of `a/b`) was not moved by anybody; trying again would not help. */
const inTheWay = 'cannot create';
/** The server broke down, or the connection did while it answered: what happened is not known. */
const brokenDown = /remote failed to report status|unpack|internal|commit_refs|missing necessary objects|timed? ?out|temporar/i;
/**
 * Reads what `git push --atomic --porcelain` printed.
 *
 * @param output standard output, one line `<flag>\t<from>:<to>\t<summary> (<reason>)` per ref
 * @param errorText standard error, where the server's explanations stand
 */
function readPushReport(updates, status, output, errorText) {
    const reports = readLines(output);
    const refs = updates.map((update) => update.ref);
    if (status === 0) {
        const unanswered = refs.filter((ref) => reports.get(ref)?.accepted !== true);
        if (unanswered.length === 0)
            return { kind: 'pushed' };
        return { kind: 'outage', detail: `no answer about ${unanswered.length} of ${refs.length} refs` };
    }
    const culprits = refs.flatMap((ref) => {
        const report = reports.get(ref);
        return report === undefined || report.accepted || collateral.test(report.reason) ? [] : [{ ref, reason: report.reason }];
    });
    const broken = culprits.find((culprit) => brokenDown.test(culprit.reason) && !moved.test(culprit.reason));
    if (broken !== undefined)
        return { kind: 'outage', detail: `${broken.reason}; ${errorText}` };
    const stale = culprits.filter((culprit) => moved.test(culprit.reason) && !culprit.reason.includes(inTheWay));
    const refused = culprits.filter((culprit) => !stale.includes(culprit));
    if (refused.length > 0) {
        const reason = [...new Set(refused.map((culprit) => culprit.reason)), errorText].join('; ');
        return { kind: 'refused', refs: refused.map((culprit) => culprit.ref), reason, cause: refusalCause(reason) };
    }
    if (stale.length > 0) {
        return { kind: stale.every((culprit) => culprit.reason === movedBefore) ? 'not-as-listed' : 'stale', refs: stale.map((culprit) => culprit.ref) };
    }
    return readServerText(refs, reports, errorText);
}
/** No ref is to blame by name; the server's own words may say which one, or that the whole push is not permitted. */
function readServerText(refs, reports, errorText) {
    const lines = errorText.split('\n');
    if (reports.size > 0) {
        const locks = refs.flatMap((ref) => lines.filter((line) => line.includes(`cannot lock ref '${ref}': `)).map((line) => ({ ref, line })));
        const blocked = locks.filter((lock) => lock.line.includes(inTheWay));
        if (blocked.length > 0)
            return { kind: 'refused', refs: distinct(blocked), reason: errorText, cause: 'other' };
        if (locks.length > 0)
            return { kind: 'stale', refs: distinct(locks) };
    }
    else if (lines.some((line) => /^remote: .*(?:Permission to .* denied|Write access to repository not granted|Resource not accessible)/.test(line))) {
        return { kind: 'refused', refs, reason: errorText, cause: 'not-permitted' };
    }
    return { kind: 'outage', detail: errorText };
}
function distinct(locks) {
    return [...new Set(locks.map((lock) => lock.ref))];
}
function refusalCause(reason) {
    if (/refusing to allow/i.test(reason) && /workflow/i.test(reason))
        return 'workflow-permission';
    if (/GH006|GH013|protected branch|repository rule violations/i.test(reason))
        return 'protected-branch';
    if (/permission|not permitted|not allowed|denied/i.test(reason))
        return 'not-permitted';
    return 'other';
}
function readLines(output) {
    const reports = new Map();
    for (const line of output.split('\n')) {
        const [flag, names, summary] = line.split('\t');
        if (flag?.length !== 1 || names === undefined || summary === undefined)
            continue;
        const ref = names.slice(names.indexOf(':') + 1);
        const opening = summary.indexOf(' (');
        const reason = opening === -1 ? summary : summary.slice(opening + 2).replace(/\)$/, '');
        reports.set(ref, { accepted: ' +-*='.includes(flag), reason });
    }
    return reports;
}

;// CONCATENATED MODULE: ./src/git/remote-refs.ts


const utf8 = new TextDecoder('utf-8', { fatal: true });
/**
 * Reads the answer of `git ls-remote`. A line that cannot be read makes the whole answer an outage: a listing with
 * gaps would be taken for the truth. Only a name that is not UTF-8 is left out, because neither JavaScript nor
 * GitHub's interface can name such a branch.
 */
function parseRemoteRefs(output) {
    const branches = new Map();
    const tags = new Map();
    const pullRequestHeads = new Map();
    if (output.length > 0 && output.at(-1) !== 0x0a)
        throw new git/* GitOutage */.Cq('ls-remote', 'the answer ends in the middle of a line');
    for (let start = 0; start < output.length;) {
        const end = output.indexOf(0x0a, start);
        const line = decode(output.subarray(start, end));
        start = end + 1;
        if (line === null)
            continue;
        const tab = line.indexOf('\t');
        const sha = line.slice(0, Math.max(tab, 0));
        const ref = line.slice(tab + 1);
        if (!isObjectName(sha) || ref === '')
            throw new git/* GitOutage */.Cq('ls-remote', 'a line of the answer cannot be read');
        if (ref.startsWith('refs/heads/'))
            branches.set(ref.slice('refs/heads/'.length), sha);
        // The peeled value `<name>^{}` follows the tag object and replaces it; no ref name can hold `^` or `{}` there.
        else if (ref.startsWith('refs/tags/'))
            tags.set(ref.slice('refs/tags/'.length).replace(/\^\{\}$/, ''), sha);
        else {
            const number = /^refs\/pull\/(?<number>[1-9][0-9]{0,14})\/head$/.exec(ref)?.groups?.number;
            if (number !== undefined)
                pullRequestHeads.set(Number(number), sha);
        }
    }
    // A repository in which a workflow runs has a branch. A page of a proxy, taken by git for the old protocol, has none.
    if (branches.size === 0)
        throw new git/* GitOutage */.Cq('ls-remote', 'the answer names no branch');
    return { branches, tags, pullRequestHeads };
}
function decode(line) {
    try {
        return utf8.decode(line);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/git/repository.ts



/** The remote's name in the private repository. */
const remoteName = 'origin';
/** Makes the private directory (mode 0700) with a home for git and the only settings in force. */
async function createPlaces(temporaryDirectory) {
    const root = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporaryDirectory, 'git-')));
    const places = { root, home: (0,external_node_path_.join)(root, 'home'), repository: (0,external_node_path_.join)(root, 'repository.git') };
    await (0,promises_.mkdir)(places.home, { mode: 0o700 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(places.home, '.gitconfig'), gitSettings((0,external_node_path_.join)(root, 'no-hooks')), { mode: 0o600 });
    return places;
}
async function removePlaces(places) {
    await (0,promises_.rm)(places.root, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * Writes an empty bare repository by hand: four entries are all that git asks for, there is no template with hooks
 * or attributes in it, and no process is needed. It is a partial clone from the start: questions of ancestry need
 * nothing but commits, and merges have the few trees and blobs they need fetched.
 */
async function createRepository(places, format, remoteUrl) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(places.repository, 'objects', 'info'), { recursive: true, mode: 0o700 });
    await (0,promises_.mkdir)((0,external_node_path_.join)(places.repository, 'objects', 'pack'), { recursive: true, mode: 0o700 });
    await (0,promises_.mkdir)((0,external_node_path_.join)(places.repository, 'refs'), { recursive: true, mode: 0o700 });
    // An unborn HEAD: some versions read attributes from HEAD in a bare repository.
    await (0,promises_.writeFile)((0,external_node_path_.join)(places.repository, 'HEAD'), 'ref: refs/heads/none\n');
    const extensions = format === 'sha256' ? section('extensions', { objectFormat: format }) : '';
    await (0,promises_.writeFile)((0,external_node_path_.join)(places.repository, 'config'), section('core', { repositoryFormatVersion: '1', bare: 'true' })
        + extensions
        + section(`remote "${remoteName}"`, { url: remoteUrl, promisor: 'true', partialCloneFilter: 'tree:0', tagOpt: '--no-tags' }));
}
/**
 * Records what was fetched as refs, in one file, so that the next fetch tells the server what is here already. Without
 * them git would transfer the whole history again.
 */
async function writeKnownTips(places, tips) {
    const lines = [...tips].sort().map((tip) => `${tip} refs/fetched/${tip}\n`);
    const file = (0,external_node_path_.join)(places.repository, 'packed-refs');
    await (0,promises_.writeFile)(`${file}.new`, `# pack-refs with: sorted \n${lines.join('')}`);
    await (0,promises_.rename)(`${file}.new`, file);
}

;// CONCATENATED MODULE: ./src/git/remote-address.ts
/** Builds the repository's URL, or throws: only http(s), without credentials, query or anything hidden in the name. */
function remoteAddress(serverUrl, repository) {
    const url = URL.canParse(serverUrl) ? new URL(serverUrl) : null;
    if (url === null || !['http:', 'https:'].includes(url.protocol))
        throw new Error('the server URL must begin with https:// or http://');
    if (url.username !== '' || url.password !== '')
        throw new Error('the server URL must not hold credentials');
    if (url.search !== '' || url.hash !== '')
        throw new Error('the server URL must not hold a query or fragment');
    const [owner, name, ...rest] = repository.split('/');
    if (!isPlainName(owner) || !isPlainName(name) || rest.length > 0)
        throw new Error('the repository must be given as owner/name');
    const cleanUrl = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
    return { serverUrl: cleanUrl, remoteUrl: `${cleanUrl}/${owner}/${name}` };
}
function isPlainName(name) {
    return name !== undefined && /^[A-Za-z0-9_.-]+$/.test(name) && name !== '.' && name !== '..';
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/git/retry.ts

const defaultDelays = [1_000, 4_000];
/** Trouble on the way that may be over in a moment; an answer of the server about us or the repository is not. */
const passing = /returned error: (?:429|5[0-9][0-9])|HTTP (?:429|5[0-9][0-9])|could not resolve host|failed to connect|couldn't connect|connection (?:was )?(?:reset|refused|timed out)|timed out|early EOF|hung up unexpectedly|unexpected disconnect|recv failure|empty reply|GnuTLS|SSL_ERROR|gnutls_handshake|stream .{0,40}not closed cleanly/i;
/** Whether a read that failed like this may succeed when repeated. */
function isWorthRepeating(result) {
    return result.status !== 0 && passing.test(result.errorText);
}
/** Repeats a read after each of the delays (milliseconds) while it fails in a way worth repeating. Never used for a push. */
async function repeatReads(delays, worthRepeating, read) {
    let result = await read();
    for (const delay of delays ?? defaultDelays) {
        if (!worthRepeating(result))
            return result;
        await (0,external_node_timers_promises_.setTimeout)(delay);
        result = await read();
    }
    return result;
}

;// CONCATENATED MODULE: ./src/git/git.ts





















const defaultTimeouts = { listRefs: 60_000, fetch: 900_000, readHistory: 120_000, mergeTrees: 180_000, mergePatience: 2_000, push: 180_000 };
/** Milliseconds that a push may take longer for each ref: git compares every one with every other, and so do some servers. */
const timePerRef = 100;
/** Standard output of one process, in bytes: some millions of refs or commits. */
const outputLimit = 512 * 1024 * 1024;
/**
 * The port over the git command line (spec 6, platform.md): a bare repository of objects only, in a private
 * directory, under settings of its own. Nothing of the remote repository is checked out or executed.
 */
async function createGit(options) {
    const address = remoteAddress(options.serverUrl, options.repository);
    if (cleanIdentity(options.robot.name) === '')
        throw new Error('the robot needs a name to make commits');
    const timeouts = { ...defaultTimeouts, ...options.timeouts };
    const secrets = (0,redaction/* secretForms */.e)(options.token);
    const places = await createPlaces(options.temporaryDirectory);
    const base = baseEnvironment(places, options.environment ?? process.env);
    const access = { serverUrl: address.serverUrl, token: options.token };
    const local = localEnvironment(base, places);
    const network = networkRepositoryEnvironment(base, access, places);
    const processes = createGitProcesses(options.gitProgram ?? 'git');
    const merges = createMergeProcess({
        processes, environment: network, workingDirectory: places.root, timeoutMilliseconds: timeouts.mergeTrees, patienceMilliseconds: timeouts.mergePatience,
        padding: () => (mergePadding ??= preparePadding()),
    });
    let disposed = false;
    let mergePadding = null;
    let versionLine = null;
    let pushes = 0;
    /** Branches and tags, as last listed, that bear a full ref name as their short name. */
    let lookAlikes = new Set();
    let repository = null;
    let fetching = Promise.resolve();
    /** Commits the server has and we fetched; what the next fetch tells it. */
    const fetchedTips = new Set();
    /** Every commit known to be here. */
    const present = new Set();
    /** All that was read of the history, and the commits it was read from. */
    let history = [];
    const readTips = new Set();
    let reading = Promise.resolve([]);
    /** Root trees of the commits that were read. */
    const treeOf = new Map();
    /** Root trees that are here with all below them, but for the contents of files. */
    const presentTrees = new Set();
    async function run(request) {
        if (disposed)
            throw new Error('git was disposed of');
        const start = performance.now();
        const result = await processes.run({ ...request, workingDirectory: places.root, outputLimit });
        options.log?.(`git ${request.operation}: ${Math.round(performance.now() - start)} ms`);
        return result;
    }
    /** Asked at most once, and only by a run that fails. */
    async function version() {
        versionLine ??= run({ operation: 'version', arguments: ['version'], environment: local, timeoutMilliseconds: 10_000 })
            .then((result) => result.output.toString('utf8'));
        return parseVersion(await versionLine);
    }
    async function failure(operation, result) {
        // If even the version cannot be had, the first failure is still the news.
        return explainFailure(operation, result, secrets, await version().catch(() => null));
    }
    /** The repository is made when the first object name tells how the remote names its objects. */
    async function openRepository(names) {
        assertObjectNames(names);
        const formats = new Set(names.map(objectFormatOf));
        const [first] = formats;
        if (first === undefined || formats.size > 1)
            throw new Error('object names of different length');
        repository ??= writing(createRepository(places, first, address.remoteUrl)).then(() => first);
        if (await repository !== first)
            throw new Error('an object name of another length than those of the repository');
        return first;
    }
    async function listRefs(pullRequests) {
        // Only the options narrow down what the server sends; patterns are applied after everything has been transferred.
        const narrow = pullRequests?.length === 0 ? ['--heads', '--tags'] : [];
        const result = await repeatReads(options.retryDelays, isWorthRepeating, () => run({
            operation: 'ls-remote',
            arguments: ['ls-remote', '--quiet', ...narrow, '--', address.remoteUrl],
            environment: networkEnvironment(base, access),
            timeoutMilliseconds: timeouts.listRefs,
        }));
        if (result.status !== 0)
            throw await failure('ls-remote', result);
        const refs = parseRemoteRefs(result.output);
        lookAlikes = new Set([...refs.branches.keys(), ...refs.tags.keys()].filter((name) => name.startsWith('refs/')));
        if (pullRequests === undefined)
            return refs;
        const wanted = new Set(pullRequests);
        return { ...refs, pullRequestHeads: new Map([...refs.pullRequestHeads].filter(([number]) => wanted.has(number))) };
    }
    async function fetchMissing(commits) {
        const missing = [...new Set(commits)].filter((commit) => !present.has(commit));
        if (missing.length === 0)
            return;
        await openRepository(missing);
        const result = await repeatReads(options.retryDelays, isWorthRepeating, () => run({
            operation: 'fetch',
            arguments: [
                'fetch', '--quiet', '--no-progress', '--filter=tree:0', '--no-tags', '--no-write-fetch-head', '--refmap=',
                '--no-recurse-submodules', '--no-auto-maintenance', '--stdin', '--', remoteName,
            ],
            environment: fetchEnvironment(network),
            input: missing.map((commit) => `${commit}\n`).join(''),
            timeoutMilliseconds: timeouts.fetch,
        }));
        if (result.status !== 0)
            throw await failure('fetch', result);
        for (const commit of missing) {
            fetchedTips.add(commit);
            present.add(commit);
        }
        await writing(writeKnownTips(places, fetchedTips));
    }
    /** One fetch at a time: a second caller who asks for the same commits waits and then finds them here. */
    function fetch(commits) {
        const done = fetching.then(() => fetchMissing(commits));
        fetching = done.catch(() => undefined);
        return done;
    }
    /** What was read before is not read again: a sweep asks once per pull request, and most of the history is the same. */
    async function readMissingHistory(tips) {
        const missing = [...new Set(tips)].filter((tip) => !treeOf.has(tip));
        if (missing.length === 0)
            return history;
        const result = await run({
            operation: 'rev-list',
            arguments: ['rev-list', '--no-commit-header', '--encoding=UTF-8', `--format=${historyFormat}`, '--stdin'],
            environment: local,
            input: [...missing, ...[...readTips].map((tip) => `^${tip}`)].map((line) => `${line}\n`).join(''),
            timeoutMilliseconds: timeouts.readHistory,
        });
        if (result.status !== 0)
            throw await failure('rev-list', result);
        const { records, trees } = parseHistory(result.output);
        for (const [commit, tree] of trees) {
            present.add(commit);
            treeOf.set(commit, tree);
        }
        for (const tip of missing)
            readTips.add(tip);
        history = [...history, ...records];
        return history;
    }
    /** May answer more than was asked for: all that was read so far. One reading at a time. */
    async function readHistory(tips) {
        if (tips.length === 0)
            return [];
        await openRepository(tips);
        const done = reading.then(() => readMissingHistory(tips));
        reading = done.catch(() => []);
        return done;
    }
    /**
     * The trees of these commits in one transfer. A merge that finds one missing has git fetch it, in a transfer of its own,
     * so a failure here is none yet: the merge tries again, and its failure counts.
     */
    async function fetchTrees(commits) {
        const trees = [...new Set(commits.map((commit) => treeOf.get(commit)))].filter((tree) => tree !== undefined && !presentTrees.has(tree));
        if (trees.length === 0)
            return;
        const result = await run({
            operation: 'fetch of trees',
            // Without `noop` git would tell the server which commits are here, and the server would take their trees to be here as well.
            arguments: [
                '-c', 'fetch.negotiationAlgorithm=noop', 'fetch', '--quiet', '--no-progress', '--filter=blob:none', '--no-tags', '--no-write-fetch-head',
                '--refmap=', '--no-recurse-submodules', '--no-auto-maintenance', '--stdin', '--', remoteName,
            ],
            environment: fetchEnvironment(network),
            input: trees.map((tree) => `${tree}\n`).join(''),
            timeoutMilliseconds: timeouts.fetch,
        });
        if (result.status === 0)
            for (const tree of trees)
                if (tree !== undefined)
                    presentTrees.add(tree);
    }
    function prepareMerges(commits) {
        const done = fetching.then(() => fetchTrees(commits));
        fetching = done.catch(() => undefined);
        return done;
    }
    async function preparePadding() {
        if (repository === null)
            throw new Error('a merge was asked for before the repository was opened');
        return writing(writeMergePadding((0,external_node_path_.join)(places.repository, 'objects'), await repository));
    }
    async function mergeTrees(ours, theirs) {
        await openRepository([ours, theirs]);
        if (disposed)
            throw new Error('git was disposed of');
        const answer = await merges.merge(ours, theirs);
        if (answer.kind === 'answered')
            return answer.merge;
        // git ends when two commits have nothing in common. The exit status, unlike the message, is a fact to rely on.
        if (answer.errorText.includes('refusing to merge unrelated histories')) {
            const bases = await run({ operation: 'merge-base', arguments: ['merge-base', '--', ours, theirs], environment: local, timeoutMilliseconds: timeouts.readHistory });
            if (bases.status === 1 && bases.output.length === 0)
                return { kind: 'unrelated' };
        }
        throw await failure('merge-tree', answer);
    }
    async function createCommit(commit) {
        const format = await openRepository([commit.tree, ...commit.parents]);
        const content = commitContent(commit, options.robot, options.now());
        const sha = await writing(writeObject((0,external_node_path_.join)(places.repository, 'objects'), 'commit', content, format));
        present.add(sha);
        return sha;
    }
    function fitsOnePush(updates) {
        return spaceOf(leaseArguments(updates), network) <= (options.argumentSpace ?? argumentSpace());
    }
    /**
     * git takes an empty answer for an empty repository, in which no branch is where its lease says. So the refs are listed once
     * more: if none of these has moved, the server did not answer.
     */
    async function staleIfMoved(updates, names) {
        const listed = await listRefs([]);
        const moved = updates.some(({ ref, from }) => names.includes(ref) && (0,git/* tipOf */.nM)(listed, ref) !== from);
        if (!moved)
            throw new git/* GitOutage */.Cq('push', 'the server did not list the branches that it has');
        return { kind: 'stale', refs: names };
    }
    /**
     * A ref whose `from` and `to` are equal is checked against what the server lists at the start of the push, but not
     * again at the moment the others change: git sends nothing about it.
     */
    async function push(updates) {
        assertPushable(updates);
        if (updates.length === 0)
            return { kind: 'pushed' };
        // Given `refs/heads/x`, git also considers a branch of that *short* name, whose full name is
        // `refs/heads/refs/heads/x`: it would refuse to choose, or update that branch if `x` does not exist. GitHub
        // does not let anybody make such a branch; should another server have one, nothing is pushed to its double.
        const doubled = updates.map((update) => update.ref).filter((ref) => lookAlikes.has(ref));
        if (doubled.length > 0)
            return { kind: 'refused', refs: doubled, reason: 'a branch or tag has a full ref name as its short name; rename it', cause: 'other' };
        if (!fitsOnePush(updates)) {
            return { kind: 'refused', refs: [], reason: `git was not asked: ${updates.length} branches and tags at once are more than one command of this system can name`, cause: 'other' };
        }
        const names = updates.flatMap((update) => [update.from, update.to]).filter((name) => name !== null);
        await openRepository(names);
        pushes += 1;
        const configurationFile = (0,external_node_path_.join)(places.root, `push-${pushes}.config`);
        const order = pushOrder(updates, address.remoteUrl, configurationFile);
        await writing((0,promises_.writeFile)(configurationFile, order.configuration, { mode: 0o600 }));
        const result = await run({ operation: 'push', arguments: order.arguments, environment: network, timeoutMilliseconds: timeouts.push + updates.length * timePerRef });
        await (0,promises_.rm)(configurationFile, { force: true });
        const verdict = readPushReport(updates, result.status, result.output.toString('utf8'), result.errorText);
        switch (verdict.kind) {
            case 'pushed':
            case 'stale': return verdict;
            case 'not-as-listed': return staleIfMoved(updates, verdict.refs);
            case 'refused': return { ...verdict, reason: (0,redaction/* cleanDetail */.n)(verdict.reason, secrets) };
            case 'outage': throw await failure('push', { status: result.status, errorText: verdict.detail });
        }
    }
    return {
        listRefs,
        fetch,
        prepareMerges,
        readHistory,
        mergeTrees,
        createCommit,
        fitsOnePush,
        push,
        get processCount() { return processes.count; },
        async dispose() {
            disposed = true;
            await processes.dispose();
            await removePlaces(places);
        },
    };
}
/** A full or failing disk says as little about the repository as a failing network does. */
async function writing(work) {
    try {
        return await work;
    }
    catch (error) {
        throw new git/* GitOutage */.Cq('repository', 'the objects cannot be written to disk', { cause: error });
    }
}


/***/ }),

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


/***/ })

};
