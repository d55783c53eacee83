export const id = 974;
export const ids = [974];
export const modules = {

/***/ 8826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RJ: () => (/* binding */ settingDefinitions),
/* harmony export */   Rf: () => (/* binding */ settingKeys),
/* harmony export */   b_: () => (/* binding */ completeSettings),
/* harmony export */   sw: () => (/* binding */ isSettingKey)
/* harmony export */ });
/* unused harmony export authorOptions */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1251);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(535);



/**
 * The options that can be in force for an author for good: every plain switch. `after_pull_request` needs a number and
 * is no standing order.
 */
const authorOptions = _conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.filter((option) => option.takes === 'switch').map((option) => option.name);
function setting(kind, defaultValue, example, description) {
    return { kind, default: defaultValue, example, description };
}
const logins = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .loginOrTeam */ .uz, 'a list of logins, or teams as @organization/team', _values_js__WEBPACK_IMPORTED_MODULE_1__/* .ignoringCase */ .SY);
const workflows = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowFile */ .EY, 'a list of workflow files');
const prefixes = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .branchPrefix */ .$j, 'a list of branch prefixes');
/**
 * All settings (spec 5, "Settings"), in the order in which the documentation shows them. Types, validation, defaults,
 * the JSON Schema and the documentation are made from this table and nothing else.
 */
const settingDefinitions = {
    robot: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .login */ .iD, 'github-actions[bot]', 'merge-robot[bot]', 'Login of the robot: the account behind the token. Comments address it by this name, without `[bot]`.'),
    robot_email: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .emailOrEmpty */ .hl, '', 'merge-robot@example.com', 'E-mail address on the commits of the robot. Empty: its address at `users.noreply.github.com`.'),
    status_context: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .statusContext */ .s, 'bert-e', 'merge-gate', 'Name of the commit status written on the head of the pull request. Require this status in the branch protection.'),
    gate_only: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Only judge: the status is success when every check holds, and nothing is merged or pushed.'),
    no_comment: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Never write a comment on a pull request.'),
    sweep_budget: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, 500, 200, 'Requests to GitHub that one sweep may make about open pull requests; it ends there, and the next ones begin with others. One that waits takes 2 to 8. GitHub allows the token of the job 1,000 an hour, that of an app 5,000 or more. 0: no limit.'),
    dashboard: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .dashboard */ .ze, 'none', 'create', 'An issue that shows the queue and what every pull request waits for: its number, or `create` to open one.'),
    build_key: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .buildKey */ .sI, 'github_actions', ['github_actions', 'check:circleci/build'], 'What must be green: workflow runs (`github_actions`), a commit status by its name, or a check run by `check:<name>` or `check:<app>/<name>`. Of a list, all. Empty text: no build checks.'),
    run_selection: setting((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('best', 'latest'), 'best', 'latest', 'Which of several runs of one workflow on a branch counts: the best or the newest.'),
    allow_all_skipped: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Accept a commit on which every run was skipped. Otherwise such a build has not started.'),
    required_workflows: setting(workflows, [], ['ci.yml'], 'Workflows that must have run on each branch. While one is missing the build has not started, even if all others are green.'),
    dispatch: setting(workflows, [], ['ci.yml'], 'Workflows the robot starts by `workflow_dispatch` on each branch it pushes; their runs then count. For those who have only the token of the job, whose pushes start no CI.'),
    required_peer_approvals: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, 1, 2, 'How many reviewers other than the author must approve.'),
    required_leader_approvals: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, 0, 1, 'How many approvals must come from `project_leaders`. Not more than `required_peer_approvals`.'),
    project_leaders: setting(logins, [], ['alice', '@acme/leads'], 'Who counts as a leader.'),
    need_author_approval: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'The author must approve too, by a review or by the option `approve`.'),
    dismiss_stale_approvals: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Count only approvals given on the head commit.'),
    admins: setting(logins, [], ['alice', '@acme/release'], 'Who may use privileged options and commands.'),
    pr_author_options: setting((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .optionsByLogin */ .x2)(authorOptions, 'a map from login to a list of option names'), {}, { 'dependabot[bot]': ['bypass_author_approval', 'bypass_jira_check'] }, 'Options always in force on the pull requests of an author, for instance of a bot.'),
    always_create_integration_branches: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, true, false, 'Create the integration branches without being asked. Otherwise the author asks for them by approving or by the option `create_integration_branches`.'),
    always_create_integration_pull_requests: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Open a pull request for every integration branch.'),
    max_commit_diff: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, 0, 100, 'Refuse a source branch that lacks more commits of its destination than this. 0: no limit.'),
    allowed_prefixes: setting((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameAsKey */ .v5, prefixes, 'a map from destination pattern to a list of branch prefixes'), {}, { 'hotfix/*': ['bugfix', 'bug'] }, 'Branch prefixes accepted by destinations that match a pattern. A destination that matches none accepts all.'),
    forks: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Handle pull requests from forks too.'),
    delete_source_branch: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Delete the source branch after its merge.'),
    use_queues: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, true, false, 'Merge through the queue, so that what lands is exactly what was tested.'),
    skip_queue_when_not_needed: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Merge directly when nothing is queued and the branches already contain their destinations.'),
    queue_on_failure: setting((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('wait', 'eject'), 'wait', 'eject', 'When the build of a queued pull request fails: wait for somebody, or take it out and rebuild the rest.'),
    queue_recovery: setting((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('rebuild', 'block'), 'rebuild', 'block', 'When the queue branches contradict each other: rebuild them if nobody’s commit would be lost, or stop.'),
    queue_accepts_integration_builds: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'In the queue, count runs of the integration branch on the very same commit as well.'),
    jira_account_url: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .webAddressOrEmpty */ .nw, '', 'https://acme.atlassian.net', 'Address of Jira. Issues are checked only if address, `jira_email` and `jira_keys` are all set.'),
    jira_email: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .emailOrEmpty */ .hl, '', 'merge-robot@example.com', 'Account that belongs to the input `jira-token`.'),
    jira_keys: setting((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .projectKey */ .$N, 'a list of Jira project keys', _values_js__WEBPACK_IMPORTED_MODULE_1__/* .ignoringCase */ .SY), [], ['PROJ'], 'Projects whose issues are accepted.'),
    prefixes: setting((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameAsKey */ .v5, _values_js__WEBPACK_IMPORTED_MODULE_1__/* .branchPrefix */ .$j, 'a map from issue type to branch prefix'), {}, { Story: 'feature', Bug: 'bugfix' }, 'Issue types that are accepted, each with its branch prefix.'),
    bypass_prefixes: setting(prefixes, [], ['documentation'], 'Branch prefixes for which no issue is asked.'),
    check_prefix_matches_type: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'The branch prefix must be the one that `prefixes` gives for the type of the issue.'),
    disable_version_checks: setting(_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, false, true, 'Do not compare the fix versions of the issue with the versions the pull request lands on.'),
};
const settingKeys = Object.keys(settingDefinitions);
function isSettingKey(key) {
    return Object.hasOwn(settingDefinitions, key);
}
/** The settings in force when only these are set. */
function completeSettings(values) {
    const complete = Object.fromEntries(settingKeys.map((key) => [camelCase(key), values[key] ?? defaultOf(key)]));
    // The loop above goes over every key of the table from which the type is made; the compiler cannot follow it.
    const settings = complete;
    return settings.robotEmail === '' ? { ...settings, robotEmail: addressOf(settings.robot) } : settings;
}
function defaultOf(key) {
    return valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(settingDefinitions[key].kind.schema, settingDefinitions[key].default);
}
function camelCase(key) {
    return key.replaceAll(/_(?<letter>[a-z])/gu, (_match, letter) => letter.toUpperCase());
}
/** GitHub shows the account beside a commit that bears its private address; that of the job's token has a number. */
function addressOf(robot) {
    const account = robot === 'github-actions[bot]' ? '41898282+github-actions[bot]' : robot;
    return `${account}@users.noreply.github.com`;
}


/***/ }),

/***/ 6217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ hashOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * SHA-256, in hexadecimal, of the settings in force: equal exactly when the robot behaves alike. Where a value came
 * from, comments, and the order of keys do not matter; the order of a list does, and that of the patterns of
 * `allowed_prefixes`, of which the first that matches decides. Part of the landing record (spec 5).
 */
function hashOf(settings) {
    const entries = Object.entries(settings)
        .map(([name, value]) => [name, canonical(value, name === 'allowedPrefixes')])
        .sort(byName);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(entries)).digest('hex');
}
function canonical(value, inOrder) {
    if (!(value instanceof Map)) {
        return value;
    }
    const entries = [...value];
    return inOrder ? entries : entries.sort(byName);
}
/** By code units and not by locale: the same on every machine. */
function byName(left, right) {
    return left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0;
}


/***/ }),

/***/ 535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ projectKey),
/* harmony export */   $j: () => (/* binding */ branchPrefix),
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   EY: () => (/* binding */ workflowFile),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   SY: () => (/* binding */ ignoringCase),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   hD: () => (/* binding */ reservedNames),
/* harmony export */   hl: () => (/* binding */ emailOrEmpty),
/* harmony export */   iD: () => (/* binding */ login),
/* harmony export */   nw: () => (/* binding */ webAddressOrEmpty),
/* harmony export */   s: () => (/* binding */ statusContext),
/* harmony export */   sI: () => (/* binding */ buildKey),
/* harmony export */   uz: () => (/* binding */ loginOrTeam),
/* harmony export */   v5: () => (/* binding */ nameAsKey),
/* harmony export */   x2: () => (/* binding */ optionsByLogin),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   ze: () => (/* binding */ dashboard)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

function kind(expects, shape, schemaWith) {
    return { expects, shape, schema: schemaWith(expects) };
}
const flag = kind('true or false', 'boolean', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(expects));
const count = kind('a whole number, 0 or greater', 'number', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0, expects)));
function oneOf(...names) {
    return kind(`${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`, 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(names, expects));
}
/** Bert-E writes some accounts as `login@account id`; the id means nothing on GitHub and is dropped. */
const login = kind('a login, without @', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?(?:@[^\s@]+)?$/u, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(withoutAccountId)));
const loginOrTeam = kind('a login without @, or a team as @organization/team', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?(?:@[^\s@]+)?|@[A-Za-z0-9][A-Za-z0-9_-]*\/[A-Za-z0-9_][A-Za-z0-9._-]*)$/u, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(withoutAccountId)));
function withoutAccountId(name) {
    const at = name.indexOf('@', 1);
    return at === -1 ? name : name.slice(0, at);
}
const emailOrEmpty = kind('an e-mail address, or empty text', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:[^\s<>@]+@[^\s<>@]+)?$/u, expects)));
/** Credentials in the address would end up in logs, so `user:password@` is refused. */
const webAddressOrEmpty = kind('an https or http address without user, query and fragment, or empty text', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#]*)?)?$/u, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((address) => (address.endsWith('/') ? address.slice(0, -1) : address))));
/** GitHub's limit for the context of a commit status is 255 characters. */
const statusContext = kind('the name of a commit status, 1 to 255 characters on one line', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?! )[^\x00-\x1f\x7f\u2028\u2029]{1,255}(?<! )$/u, expects)));
/** A name on one line that does not begin or end with a space; `check:` must be followed by a name. */
const buildKeyName = /^(?! |check:[ ]*$|check:[^/]*\/[ ]*$)[^\x00-\x1f\x7f\u2028\u2029]+(?<! )$/u;
const oneBuildKey = kind('github_actions, the name of a commit status, or check:<name of a check run>', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(buildKeyName, expects)));
/** An empty list would switch builds off by accident (a commented-out entry), so only the explicit empty text does. */
const buildKey = kind('github_actions, the name of a commit status, check:<name of a check run>, a list of those, or "" for no build checks', 'mixed', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('', expects),
    oneBuildKey.schema,
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(oneBuildKey.schema, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minLength */ .BpQ(1, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((keys) => withoutRepetition(keys, unchanged))),
], expects));
/** The number of an issue; `create` opens one; `none` is no dashboard. */
const dashboard = kind('the number of an issue, create, or none', 'mixed', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1, expects)),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('create', expects),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('none', expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(() => null)),
], expects));
const branchPrefix = kind('a branch prefix such as bugfix, without slash', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/u, expects)));
const projectKey = kind('the key of a Jira project such as PROJ', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[A-Za-z0-9_]+$/u, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((key) => key.toUpperCase())));
/** Workflows live in one folder only, so the folder may be written or left out; the program keeps the file name. */
const workflowFile = kind('the file name of a workflow such as ci.yml', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:\.github\/workflows\/)?[^/\\\x00-\x1f\x7f]+\.ya?ml$/u, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((file) => file.replace('.github/workflows/', ''))));
/** Names that every object has: valibot passes over such a key without a word, so the reader refuses it (spec 6). */
const reservedNames = ['__proto__', 'prototype', 'constructor'];
const nameAsKey = kind('a name, not empty, on one line', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?!(?:__proto__|prototype|constructor)$)[^\x00-\x1f\x7f]+$/u, expects)));
const loginAsKey = kind('a login, without @', 'text', (expects) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?!(?:__proto__|prototype|constructor)$)[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?(?:@[^\s@]+)?$/u, expects)));
/** A list of texts without repetitions; the first spelling stays. `fold` says which texts are the same. */
function listOf(element, expects, fold = unchanged) {
    return kind(expects, 'list', () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(element.schema, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((texts) => withoutRepetition(texts, fold))));
}
/**
 * A map from text to something. It becomes a `ReadonlyMap`, because keys are logins and names chosen by people:
 * looking up `toString` in a plain object finds something nobody wrote.
 */
function mapOf(key, value, expects) {
    return kind(expects, 'map', () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(plainMap(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(key.schema, value.schema, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((record) => new Map(Object.entries(record)))));
}
/** Lists of option names by login. Logins are given in lower case; spellings of one login are put together. */
function optionsByLogin(optionNames, expects) {
    const names = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(oneOf(...optionNames).schema, 'a list of option names');
    return kind(expects, 'map', () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(plainMap(expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(loginAsKey.schema, names, expects), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((record) => byLogin(record))));
}
function byLogin(record) {
    const options = new Map();
    for (const [name, names] of Object.entries(record)) {
        const known = withoutAccountId(name).toLowerCase();
        options.set(known, [...new Set([...(options.get(known) ?? []), ...names])]);
    }
    return options;
}
/** `record` alone takes a list for a map with the keys 0, 1, 2. */
function plainMap(expects) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((input) => typeof input === 'object' && input !== null && !Array.isArray(input), expects);
}
function ignoringCase(text) {
    return text.toLowerCase();
}
function unchanged(text) {
    return text;
}
function withoutRepetition(texts, fold) {
    const first = new Map();
    for (const text of texts) {
        const folded = fold(text);
        if (!first.has(folded)) {
            first.set(folded, text);
        }
    }
    return [...first.values()];
}


/***/ }),

/***/ 4831:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/settings/problem.ts
var problem = __webpack_require__(2022);
// EXTERNAL MODULE: ./src/settings/values.ts
var values = __webpack_require__(535);
;// CONCATENATED MODULE: ./src/settings/yaml-merge.ts

/** A settings file has some dozen keys. Merges of merges grow by powers, so what they make is counted before it is made. */
const mostMergedKeys = 10_000;
const mostNodes = 100_000;
/**
 * Carries out merge keys (`<<: *defaults`), in place: a settings file of the reference program may hold them, as its reader
 * of YAML knows them (https://yaml.org/type/merge.html). Keys of the map itself win, then those of the first map named.
 *
 * Done here and not by the library, which forgets where a merged key stands and follows merges of merges without bound. The
 * pairs that are merged are those of the source, so that a problem in one is told with the line on which it stands.
 */
function mergeMaps(document) {
    const problems = [];
    const anchors = new Map();
    const unfinished = new Set();
    let merged = 0;
    const sourcesOf = (value) => {
        const source = (0,dist/* isAlias */.Vj)(value) ? anchors.get(value.source) : value;
        if ((0,dist/* isMap */.jh)(source) && !unfinished.has(source)) {
            return [source];
        }
        problems.push({ kind: (0,dist/* isMap */.jh)(source) ? 'circular' : 'no-map', node: value });
        return [];
    };
    const walk = (node) => {
        if (((0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) && node.anchor !== undefined) {
            anchors.set(node.anchor, node);
        }
        if ((0,dist/* isSeq */.oP)(node)) {
            node.items.forEach(walk);
        }
        else if ((0,dist/* isMap */.jh)(node)) {
            unfinished.add(node);
            walkMap(node);
            unfinished.delete(node);
        }
    };
    const walkMap = (map) => {
        map.items.forEach(({ key, value }) => {
            walk(key);
            walk(value);
        });
        const merges = map.items.filter(({ key }) => isMergeKey(key));
        if (merges.length === 0) {
            return;
        }
        const own = map.items.filter(({ key }) => !isMergeKey(key));
        const pairs = new Map(own.map((pair) => [nameOf(pair.key), pair]));
        for (const { value } of merges) {
            for (const source of ((0,dist/* isSeq */.oP)(value) ? value.items : [value]).flatMap(sourcesOf)) {
                merged += source.items.length;
                if (merged > mostMergedKeys) {
                    problems.push({ kind: 'too-much', node: map });
                    return;
                }
                source.items.filter(({ key }) => !pairs.has(nameOf(key))).forEach((pair) => pairs.set(nameOf(pair.key), pair));
            }
        }
        map.items = [...pairs.values()];
    };
    walk(document.contents);
    return problems.length === 0 && merged > 0 && sizeOf(document.contents, new Map()) > mostNodes ? [{ kind: 'too-much', node: document.contents }] : problems.slice(0, 20);
}
/** Nodes of what the document stands for; one that stands in several places counts in each. Aliases are not followed. */
function sizeOf(node, known) {
    const before = known.get(node);
    if (before !== undefined) {
        return before;
    }
    const children = (0,dist/* isMap */.jh)(node) ? node.items.flatMap(({ key, value }) => [key, value]) : (0,dist/* isSeq */.oP)(node) ? node.items : [];
    const size = Math.min(children.reduce((sum, child) => sum + sizeOf(child, known), 1), mostNodes + 1);
    known.set(node, size);
    return size;
}
/** In quotes it is a name like any other. */
function isMergeKey(key) {
    return (0,dist/* isScalar */.jn)(key) && key.value === '<<' && key.type === dist/* Scalar */.X5.PLAIN;
}
/** The name that a key is, as people write it; null if it is none. */
function nameOf(key) {
    if (!(0,dist/* isScalar */.jn)(key)) {
        return null;
    }
    switch (typeof key.value) {
        case 'string':
            return key.value === '' ? null : key.value;
        case 'number':
        case 'boolean':
            return String(key.value);
        default:
            return null;
    }
}

;// CONCATENATED MODULE: ./src/settings/yaml-text.ts




/**
 * Reads settings that may come from anywhere: bounded in size, depth and expansion of aliases; tags are refused. Never
 * throws. All problems are reported, except that after an error of syntax nothing else is guessed from the same text.
 */
function readYaml(source, text) {
    // Editors on Windows leave a byte order mark; YAML also takes a lone carriage return for a line break.
    const clean = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
    const tooMuch = sizeProblem(source, clean);
    if (tooMuch !== null) {
        return unusable([tooMuch]);
    }
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(clean, {
        schema: 'core',
        version: '1.2',
        lineCounter: lines,
        prettyErrors: false,
        // Looked for below: the library compares every key with every other and names only the second place.
        uniqueKeys: false,
    });
    const positionOf = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    if (document.errors.length > 0) {
        return unusable(document.errors.slice(0, mostSyntaxErrors).map((error) => syntaxProblem(source, error, positionOf)));
    }
    const problems = nodeProblems(source, document, positionOf);
    if (problems.length > 0) {
        return unusable(problems);
    }
    const merging = mergeMaps(document);
    if (merging.length > 0) {
        return unusable(merging.map((problem) => mergeProblem(source, problem, positionOf)));
    }
    return {
        ...plainValue(source, document),
        locate: (path) => positionOf(offsetOf(document.contents, path)),
        isPlain: (path) => {
            const node = nodeAt(document.contents, path);
            const target = (0,dist/* isAlias */.Vj)(node) ? node.resolve(document) : node;
            return (0,dist/* isScalar */.jn)(target) && target.type === dist/* Scalar */.X5.PLAIN;
        },
        locateKey: (key) => positionOf(startOf(pairOf(document.contents, key)?.key)),
    };
}
/** One stray bracket can be thousands of errors to the parser; nobody reads more than the first few. */
const mostSyntaxErrors = 20;
const largestText = 64 * 1024;
const deepestNesting = 100;
const mostAliases = 100;
function unusable(problems) {
    const start = { line: 1, column: 1 };
    return { value: undefined, problems, locate: () => start, isPlain: () => false, locateKey: () => start };
}
function sizeProblem(source, text) {
    if (text.length > largestText) {
        return {
            kind: 'too-large', source, position: null, key: '', expected: `at most ${String(largestText)} characters`,
            found: String(text.length), advice: 'Shorten the text; logins can be replaced by a team.',
        };
    }
    return isNestedTooDeeply(text)
        ? {
            kind: 'too-large', source, position: null, key: '', expected: `at most ${String(deepestNesting)} levels of nesting`,
            found: 'more', advice: 'Settings need no more than three levels.',
        }
        : null;
}
/**
 * Looked at before parsing: the parser calls itself for every level, and a text of nothing but brackets ends the whole
 * process where no `catch` helps. A block level costs at least a column of indentation or an indicator on its line.
 */
function isNestedTooDeeply(text) {
    let brackets = 0;
    let onThisLine = 0;
    let atLineStart = true;
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        if (token.includes('\n')) {
            onThisLine = 0;
            atLineStart = true;
            continue;
        }
        if (token === '[' || token === '{') {
            brackets += 1;
        }
        else if (token === ']' || token === '}') {
            brackets = Math.max(0, brackets - 1);
        }
        else if (brackets === 0 && (token === '-' || token === '?' || token === ':')) {
            onThisLine += 1;
        }
        else if (atLineStart && token.trim() === '') {
            onThisLine += token.length;
        }
        atLineStart = false;
        if (brackets > deepestNesting || onThisLine > deepestNesting) {
            return true;
        }
    }
    return false;
}
function syntaxProblem(source, error, positionOf) {
    const common = { kind: 'syntax', source, position: positionOf(error.pos[0]), key: '' };
    switch (error.code) {
        case 'TAB_AS_INDENT':
            return { ...common, expected: 'spaces as indentation', found: 'a tab', advice: 'Replace the tab by spaces.' };
        case 'MULTIPLE_DOCS':
            return { ...common, expected: 'one document', found: 'a second one', advice: 'Remove the line --- and put all settings in one document.' };
        case 'BAD_SCALAR_START':
            return { ...common, expected: 'a value', found: 'a character that cannot begin plain text', advice: 'Put the value in quotes, e.g. "@organization/team".' };
        default:
            return { ...common, expected: 'YAML', found: `an error of syntax, ${(0,problem/* quoted */.TL)(error.message, 160)}`, advice: 'Correct it and look at the lines around it.' };
    }
}
const plainTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
/** What is YAML but no settings: tags, keys given twice, keys that are no text. */
function nodeProblems(source, document, positionOf) {
    const problems = [];
    const report = (kind, node, path, expected, found, advice) => {
        problems.push({ kind, source, position: positionOf(startOf(node)), key: (0,problem/* keyPath */.Dw)(path), expected, found, advice });
    };
    const walk = (node, path) => {
        if (((0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) && node.tag !== undefined && isForeignTag(node)) {
            report('syntax', node, path, 'a plain value', `the tag ${(0,problem/* quoted */.TL)(node.tag)}`, 'Remove the tag.');
        }
        if ((0,dist/* isSeq */.oP)(node)) {
            node.items.forEach((item, index) => walk(item, [...path, index]));
        }
        else if ((0,dist/* isMap */.jh)(node)) {
            walkMap(node, path);
        }
    };
    const walkMap = (map, path) => {
        const seen = new Map();
        for (const { key, value } of map.items) {
            walk(key, path);
            const name = nameOf(key);
            if (name === null || values/* reservedNames */.hD.includes(name)) {
                report('unusable-key', key, path, 'a name as key', name === null ? 'something else' : (0,problem/* keyText */.Pu)(name), 'Use plain text as key.');
                continue;
            }
            const before = seen.get(name);
            if (before === undefined) {
                seen.set(name, startOf(key));
            }
            else {
                const line = String(positionOf(before).line);
                report('duplicate-key', key, [...path, name], 'every key once', `a second one; the first is on line ${line}`, 'Remove one of the two.');
            }
            walk(value, [...path, name]);
        }
    };
    walk(document.contents, []);
    return problems;
}
/** `!!int x` is a known tag on a value that is none; the library then leaves text. */
function isForeignTag(node) {
    return !plainTags.has(node.tag ?? '') || ((0,dist/* isScalar */.jn)(node) && typeof node.value === 'string' && !(node.tag ?? '').endsWith(':str'));
}
function mergeProblem(source, { kind, node }, positionOf) {
    const common = { source, position: positionOf(startOf(node)), key: '<<' };
    switch (kind) {
        case 'no-map':
            return { ...common, kind: 'syntax', expected: 'a map, or a list of maps, to merge', found: 'something else', advice: 'Name the &anchor of a map that stands further up.' };
        case 'circular':
            return { ...common, kind: 'syntax', expected: 'a map to merge', found: 'the map that it is merged into', advice: 'Remove the line.' };
        case 'too-much':
            return { ...common, kind: 'too-large', expected: 'few merged keys', found: 'more than settings could ever need', advice: 'Write the values out instead of merging maps that were merged.' };
    }
}
function plainValue(source, document) {
    try {
        return { value: document.contents === null ? undefined : document.toJS({ maxAliasCount: mostAliases }), problems: [] };
    }
    catch (error) {
        // The library answers unknown, excessive and circular aliases by an exception and does not say where.
        const advice = `Write the values out instead of *aliases: ${(0,problem/* quoted */.TL)(error instanceof Error ? error.message : String(error), 160)}.`;
        return {
            value: undefined,
            problems: [{ kind: 'syntax', source, position: null, key: '', expected: 'values', found: 'aliases that cannot be resolved', advice }],
        };
    }
}
function nodeAt(root, path) {
    return path.reduce((node, part) => ((0,dist/* isSeq */.oP)(node) && typeof part === 'number' ? node.items[part] : pairOf(node, part)?.value), root);
}
function offsetOf(root, path) {
    let node = root;
    let offset = startOf(root);
    for (const part of path) {
        const pair = pairOf(node, part);
        const next = (0,dist/* isSeq */.oP)(node) && typeof part === 'number' ? node.items[part] : pair?.value;
        if ((0,dist/* isScalar */.jn)(next) && next.source === '' && pair !== undefined) {
            return startOf(pair.key);
        }
        if (next === undefined || next === null) {
            return pair === undefined ? offset : startOf(pair.key);
        }
        node = next;
        offset = startOf(next);
    }
    return offset;
}
function pairOf(node, key) {
    return (0,dist/* isMap */.jh)(node) ? node.items.find((pair) => nameOf(pair.key) === key) : undefined;
}
function startOf(node) {
    const range = (0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isAlias */.Vj)(node) ? node.range : (0,dist/* isPair */.tO)(node) ? startOf(node.key) : null;
    return typeof range === 'number' ? range : (range?.[0] ?? 0);
}


/***/ })

};
