export const id = 515;
export const ids = [515];
export const modules = {

/***/ 9515:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadSettings: () => (/* binding */ loadSettings),
  observeSurroundings: () => (/* binding */ observeSurroundings)
});

// EXTERNAL MODULE: ./src/ports/github.ts
var ports_github = __webpack_require__(7533);
// EXTERNAL MODULE: ./src/settings/inputs.ts
var settings_inputs = __webpack_require__(7428);
// EXTERNAL MODULE: ./src/gitwaterflow/branch-name.ts
var branch_name = __webpack_require__(5571);
// EXTERNAL MODULE: ./src/settings/problem.ts
var settings_problem = __webpack_require__(2022);
;// CONCATENATED MODULE: ./src/settings/consistency.ts


/** What no single value shows to be wrong (spec 5, "Settings"). */
function contradictionsIn(settings) {
    const { requiredLeaderApprovals, requiredPeerApprovals, projectLeaders } = settings;
    const contradictions = [];
    if (requiredLeaderApprovals > requiredPeerApprovals) {
        contradictions.push({
            keys: ['required_leader_approvals', 'required_peer_approvals'],
            expected: `at most required_peer_approvals, ${String(requiredPeerApprovals)}`,
            found: String(requiredLeaderApprovals),
            advice: 'Leaders are among the peers: raise required_peer_approvals or lower required_leader_approvals.',
        });
    }
    // How many people a team has is not known here, and changes without the settings changing.
    const onlyPeople = projectLeaders.every((leader) => !leader.startsWith('@'));
    if (onlyPeople && requiredLeaderApprovals > projectLeaders.length) {
        contradictions.push({
            keys: ['required_leader_approvals', 'project_leaders'],
            expected: `at most the number of project_leaders, ${String(projectLeaders.length)}`,
            found: String(requiredLeaderApprovals),
            advice: 'Name more leaders under project_leaders or lower required_leader_approvals.',
        });
    }
    const own = settings.statusContext.toLowerCase();
    if ([settings.buildKey].flat().some((key) => key.trim().toLowerCase() === own)) {
        contradictions.push({
            keys: ['build_key', 'status_context'],
            expected: 'a status that somebody else writes',
            found: `${(0,settings_problem/* quoted */.TL)(settings.statusContext)}, the status of the robot itself`,
            advice: 'A gate that waits for itself never opens: name the status of your CI, or change status_context.',
        });
    }
    return contradictions;
}
function doubtsAbout(settings) {
    return [...doubtsAboutPrefixes(settings), ...doubtsAboutJira(settings)];
}
function doubtsAboutPrefixes(settings) {
    const named = [
        ['allowed_prefixes', [...settings.allowedPrefixes.values()].flat()],
        ['prefixes', [...settings.prefixes.values()]],
        ['bypass_prefixes', settings.bypassPrefixes],
    ];
    return named.flatMap(([key, prefixes]) => [...new Set(prefixes)]
        .filter((prefix) => !branch_name/* sourcePrefixes */.qy.some((known) => known === prefix))
        .map((prefix) => ({ key, text: `${(0,settings_problem/* quoted */.TL)(prefix)} is no prefix of a source branch, so no branch matches; known are ${branch_name/* sourcePrefixes */.qy.join(', ')}` })));
}
function doubtsAboutJira(settings) {
    const parts = [
        ['jira_account_url', settings.jiraAccountUrl !== ''],
        ['jira_email', settings.jiraEmail !== ''],
        ['jira_keys', settings.jiraKeys.length > 0],
    ];
    const missing = parts.filter(([, present]) => !present).map(([key]) => key);
    const [given] = parts.filter(([, present]) => present);
    return given === undefined || missing.length === 0
        ? []
        : [{ key: given[0], text: `issues are not checked, because ${missing.join(' and ')} is not set` }];
}

// EXTERNAL MODULE: ./src/settings/nearest-name.ts
var nearest_name = __webpack_require__(5759);
;// CONCATENATED MODULE: ./src/settings/reference-keys.ts
/** Other spellings of a setting that files written for Bert-E use; read as the setting, with a note. */
const settingAliases = new Map([['use_queue', 'use_queues']]);
const fromTheRepository = 'the action works on the repository whose workflow runs it';
const noServer = 'there is no server, and so nothing to configure about one';
const otherHost = 'it concerns Bitbucket, and this action works on GitHub only';
const secret = 'a secret has no place in a settings file; if a real one stood here, revoke it';
/**
 * Settings of Bert-E that mean nothing here: they concern its server, its command line, another host, or secrets. They
 * are accepted, so that its users can bring their file, and ignored with a note that gives this reason. Their values
 * are never looked at and never shown.
 */
const ignoredReferenceKeys = new Map([
    ['repository_host', fromTheRepository],
    ['repository_host_url', fromTheRepository],
    ['repository_owner', fromTheRepository],
    ['repository_slug', fromTheRepository],
    ['organization', fromTheRepository],
    ['pull_request_base_url', 'links are made from the address of the GitHub server that runs the job'],
    ['commit_base_url', 'links are made from the address of the GitHub server that runs the job'],
    ['frontend_url', noServer],
    ['client_id', noServer],
    ['send_bot_status', 'the commit status is always written; its name is the setting status_context'],
    ['tasks', otherHost],
    ['bitbucket_addon_base_url', otherHost],
    ['bitbucket_addon_client_id', otherHost],
    ['bitbucket_addon_url', otherHost],
    ['backtrace', 'errors are always reported with their cause'],
    ['interactive', 'a job has nobody to ask; the input dry-run shows what would be done'],
    ['quiet', 'the log of the job is grouped instead'],
    ['disable_queues', 'set use_queues to false instead'],
    ['cmd_line_options', 'use the input options instead'],
    ['jira_username', 'set jira_email instead'],
    ['jira_token', `${secret}, and use the input jira-token`],
    ['robot_password', `${secret}, and use the input token`],
    ['client_secret', secret],
]);

// EXTERNAL MODULE: ./src/settings/schema.ts
var schema = __webpack_require__(8826);
// EXTERNAL MODULE: ./src/settings/settings-hash.ts
var settings_hash = __webpack_require__(6217);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/settings/validate.ts




/**
 * The value of a setting, checked and brought into the form the program uses.
 *
 * @param path Where the value stands in the text: empty when the whole text is the value.
 */
function validateSetting(key, value, source, text, path) {
    const definition = schema/* settingDefinitions */.RJ[key];
    const result = dist/* safeParse */.xLC(definition.kind.schema, definition.kind.shape === 'boolean' && text.isPlain(path) ? asBoolean(value) : value);
    if (result.success) {
        return { kind: 'valid', value: result.output };
    }
    const problems = result.issues.flatMap(precise).map((issue) => {
        const below = pathOf(issue);
        return {
            kind: key === 'pr_author_options' && issue.type === 'picklist' && typeof issue.input === 'string' ? 'unknown-option' : 'wrong-value',
            source,
            position: text.locate([...path, ...below]),
            key: (0,settings_problem/* keyPath */.Dw)([key, ...below]),
            expected: issue.message,
            found: (0,settings_problem/* describeValue */.bp)(issue.input),
            advice: adviceOn(key, definition, issue.input, below.length > 0),
        };
    });
    return { kind: 'invalid', problems };
}
/** The reference program reads YAML 1.1, to which these words are booleans; files that it takes hold them. */
function asBoolean(value) {
    const words = typeof value === 'string' ? /^(?:(?<on>yes|Yes|YES|on|On|ON)|no|No|NO|off|Off|OFF)$/u.exec(value) : null;
    return words === null ? value : words.groups?.on !== undefined;
}
/** Where one of several kinds was almost right (a list with one wrong entry), the entry is named and not the whole. */
function precise(issue) {
    const inside = (issue.issues ?? []).filter((nested) => nested.path !== undefined);
    return issue.type === 'union' && inside.length > 0 ? inside : [issue];
}
function pathOf(issue) {
    return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
function adviceOn(key, definition, found, inside) {
    if ((found === null || found === undefined) && !inside) {
        return `Give it a value, or delete the line to get the default, ${flow(definition.default)}.`;
    }
    const { shape } = definition.kind;
    if (shape === 'boolean' && typeof found === 'string' && /^(?:yes|no|on|off|y|n|true|false)$/iu.test(found)) {
        const meant = /^(?:yes|on|y|true)$/iu.test(found);
        return `Write ${key}: ${String(meant)}, without quotes.`;
    }
    if (shape === 'number' && typeof found === 'string' && /^[0-9]{1,9}$/u.test(found)) {
        return `Take the quotes away: ${key}: ${String(Number(found))}.`;
    }
    if ((shape === 'text' || inside) && (typeof found === 'number' || typeof found === 'boolean')) {
        return `Put it in quotes: "${String(found)}".`;
    }
    return `Write, for example, ${key}: ${flow(definition.example)}`;
}
/** A value on one line of YAML. */
function flow(value) {
    return (0,yaml_dist/* stringify */.As)(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

// EXTERNAL MODULE: ./src/settings/yaml-text.ts + 1 modules
var yaml_text = __webpack_require__(4831);
;// CONCATENATED MODULE: ./src/settings/read.ts








/**
 * The settings in force (spec 5, "Settings"): the environment over the inline text over the file over the defaults, key
 * by key; a list or map replaces the one before it as a whole. An environment variable that is empty counts as not set.
 *
 * Every problem of every source is reported at once, also in a value that another source overrides. With problems of
 * both codes the answer is 219.
 */
function readSettings(sources) {
    const readings = [
        ...[sources.file, sources.inline].filter((text) => text !== null).map(readText),
        ...readEnvironment(sources.environment),
    ];
    const values = {};
    const origins = new Map();
    for (const found of readings.flatMap((reading) => reading.found)) {
        origins.set(found.key, found.origin);
        values[found.key] = found.value;
    }
    // Each value was made by the schema of its own key.
    const settings = (0,schema/* completeSettings */.b_)(values);
    const problems = readings.flatMap((reading) => reading.problems);
    const wrong = new Set(readings.flatMap((reading) => reading.wrong));
    for (const { keys, ...contradiction } of contradictionsIn(settings)) {
        // A value that is wrong already stands here as its default, and proves nothing.
        if (!keys.some((key) => wrong.has(key))) {
            const origin = keys.map((key) => origins.get(key)).find((candidate) => candidate !== undefined);
            problems.push({ kind: 'inconsistent', source: 'settings', position: null, key: keys[0], ...contradiction, ...origin });
        }
    }
    const doubts = doubtsAbout(settings).map(({ key, text }) => `${place(origins.get(key))}: ${key}: ${text}.`);
    return problems.length > 0
        ? failure(problems)
        : { kind: 'ok', settings, notes: [...readings.flatMap((reading) => reading.notes), ...doubts], hash: (0,settings_hash/* hashOf */.q)(settings) };
}
/** The answer when a settings file was asked for by name and is not there (219). */
function missingSettingsFile(name) {
    const found = 'no such file on the default branch';
    const advice = 'Commit the file to the default branch, or correct the input config-file.';
    return failure([{ kind: 'missing-file', source: name, position: null, key: '', expected: 'a settings file', found, advice }]);
}
/**
 * The answer when GitHub does not give the settings file (219).
 *
 * @param reason what GitHub said
 * @param forbidden whether it is the token that may not read it
 */
function unreadableSettingsFile(name, reason, forbidden) {
    const advice = forbidden
        ? 'Give the token the permission contents: read.'
        : 'Have a plain text file of less than 1 MB there, or correct the input config-file.';
    const found = reason.replace(/[.\s]+$/u, '');
    return failure([{ kind: 'unreadable-file', source: name, position: null, key: '', expected: 'a settings file on the default branch that can be read', found, advice }]);
}
function failure(problems) {
    return problems.some((problem) => (0,settings_problem/* codeOfProblem */.A$)(problem) === 219)
        ? { kind: 'unreadable', code: 219, problems }
        : { kind: 'malformed', code: 220, problems };
}
function readText({ name: source, text }) {
    const yaml = (0,yaml_text/* readYaml */.g)(source, text);
    if (yaml.problems.length > 0) {
        // Nothing of this text is known, so nothing can be said to contradict it.
        return { found: [], wrong: schema/* settingKeys */.Rf, problems: yaml.problems, notes: [] };
    }
    if (yaml.value === undefined || yaml.value === null) {
        return { found: [], wrong: [], problems: [], notes: [] };
    }
    if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
        const problem = { kind: 'wrong-value', source, position: yaml.locate([]), key: '', expected: 'a map of settings', found: (0,settings_problem/* describeValue */.bp)(yaml.value), advice: 'Write one setting per line, for example use_queues: true.' };
        return { found: [], wrong: schema/* settingKeys */.Rf, problems: [problem], notes: [] };
    }
    const entries = Object.entries(yaml.value);
    return together(entries.map(([written, value]) => {
        const origin = { source, position: yaml.locateKey(written) };
        const key = settingAliases.get(written) ?? written;
        if (!(0,schema/* isSettingKey */.sw)(key)) {
            return noteOnly(`${place(origin)}: ${noteOnOtherKey(written)}`);
        }
        const reading = settingFrom(key, validateSetting(key, value, source, yaml, [written]), origin);
        if (key === written || reading.problems.length > 0) {
            return reading;
        }
        return entries.some(([other, otherValue]) => other === key && otherValue !== value)
            ? inAnotherSpelling(key, written, value, origin)
            : { ...reading, notes: [`${place(origin)}: ${written} is read as ${key}; write ${key}.`] };
    }));
}
function inAnotherSpelling(key, written, value, origin) {
    const found = `${written}: ${(0,settings_problem/* describeValue */.bp)(value)}, and another value for ${key}`;
    const advice = `Remove ${written} and keep ${key}.`;
    const problem = { kind: 'inconsistent', ...origin, key: written, expected: `the same as ${key}`, found, advice };
    return { found: [], wrong: [key], problems: [problem], notes: [] };
}
const environmentPrefix = 'BERT_E_';
/** In a fixed order, so that problems and notes always come out alike. */
function readEnvironment(environment) {
    const names = Object.keys(environment).filter((name) => name.startsWith(environmentPrefix)).sort();
    return names.map((name) => {
        const text = environment[name] ?? '';
        const written = name.slice(environmentPrefix.length).toLowerCase();
        const key = settingAliases.get(written) ?? written;
        const source = `environment variable ${(0,settings_problem/* keyText */.Pu)(name)}`;
        if (text.trim() === '') {
            return noteOnly();
        }
        return (0,schema/* isSettingKey */.sw)(key) ? readVariable(key, source, text) : noteOnly(`${source}: ${noteOnOtherKey(written)}`);
    });
}
/**
 * The text is read as a value of YAML; where that is of no use to the setting, it is taken as it stands, so that
 * a login of digits or a context with a colon needs no quotes inside quotes. A list may be words with commas or blanks between.
 */
function readVariable(key, source, text) {
    const origin = { source, position: null };
    const yaml = (0,yaml_text/* readYaml */.g)(source, text);
    const asYaml = yaml.problems.length > 0
        ? { kind: 'invalid', problems: yaml.problems.map((problem) => ({ ...problem, key })) }
        : validateSetting(key, yaml.value ?? null, source, yaml, []);
    // What begins like a list, a map or a quoted text was meant as one, even if it does not end like one.
    if (asYaml.kind === 'valid' || /^\s*[[{"']/u.test(text)) {
        return settingFrom(key, asYaml, origin);
    }
    const words = text.split(/[\s,]+/u).filter((word) => word !== '');
    if (schema/* settingDefinitions */.RJ[key].kind.shape === 'list' && words.length > 0) {
        return settingFrom(key, validateSetting(key, words, source, yaml, []), origin);
    }
    const asText = validateSetting(key, text.trim(), source, yaml, []);
    return settingFrom(key, asText.kind === 'valid' ? asText : asYaml, origin);
}
function settingFrom(key, validated, origin) {
    return validated.kind === 'valid'
        ? { found: [{ key, value: validated.value, origin }], wrong: [], problems: [], notes: [] }
        : { found: [], wrong: [key], problems: validated.problems, notes: [] };
}
function noteOnOtherKey(key) {
    const reason = ignoredReferenceKeys.get(key);
    if (reason !== undefined) {
        return `${key} is ignored: ${reason}.`;
    }
    const nearest = (0,nearest_name/* nearestName */.q)(key, schema/* settingKeys */.Rf);
    const ending = nearest === null ? '.' : `; did you mean ${nearest}?`;
    return `unknown setting ${(0,settings_problem/* keyText */.Pu)(key)} has no effect${ending}`;
}
function noteOnly(...notes) {
    return { found: [], wrong: [], problems: [], notes };
}
function together(readings) {
    return {
        found: readings.flatMap((reading) => reading.found),
        wrong: readings.flatMap((reading) => reading.wrong),
        problems: readings.flatMap((reading) => reading.problems),
        notes: readings.flatMap((reading) => reading.notes),
    };
}
function place(origin) {
    return origin === undefined ? 'settings' : (0,settings_problem/* placeText */.Z9)(origin.source, origin.position);
}

// EXTERNAL MODULE: ./src/edge/environment.ts
var edge_environment = __webpack_require__(5412);
;// CONCATENATED MODULE: ./src/edge/surroundings.ts




/**
 * The settings in force. The file is always that of the default branch: a pull request cannot change its own rules. That
 * GitHub gives none, because there is a directory or the token may not read it, is a matter of the settings (219); that the
 * token is not valid at all is not.
 */
async function loadSettings(inputs, github, variables) {
    let text;
    try {
        text = await github.readFileOfDefaultBranch(inputs.configFile);
    }
    catch (error) {
        if (error instanceof ports_github/* GitHubRefusal */.k && error.status !== 401) {
            return unreadableSettingsFile(inputs.configFile, error.detail, error.status === 403);
        }
        throw error;
    }
    if (text === null && inputs.configFile !== settings_inputs/* defaultConfigFile */.mD) {
        return missingSettingsFile(inputs.configFile);
    }
    return readSettings({
        file: text === null ? null : { name: inputs.configFile, text },
        inline: inputs.config.trim() === '' ? null : { name: 'input config', text: inputs.config },
        environment: variables,
    });
}
/** What every evaluation of this run needs besides the pull request itself; teams are resolved to their members. */
async function observeSurroundings(settings, settingsHash, environment, github) {
    const [projectLeaders, admins] = await Promise.all([
        resolveTeams('project_leaders', settings.projectLeaders, github),
        resolveTeams('admins', settings.admins, github),
    ]);
    return {
        settings,
        settingsHash,
        projectLeaders,
        admins,
        repository: {
            owner: environment.owner,
            name: environment.repository,
            webUrl: (0,edge_environment/* repositoryUrl */.Ek)(environment),
        },
        ownWorkflow: { path: environment.ownWorkflowPath ?? '' },
        runUrl: environment.runUrl,
    };
}
async function resolveTeams(key, names, github) {
    const logins = await Promise.all(names.map(async (name) => {
        const team = /^@(?<organization>[^/]+)\/(?<team>[^/]+)$/.exec(name)?.groups;
        return team?.organization === undefined || team.team === undefined ? [name] : membersOf(key, team.organization, team.team, github);
    }));
    return [...new Set(logins.flat())];
}
/** Whoever reads the refusal has to know which setting asks for the team, and what the token would need. */
async function membersOf(key, organization, team, github) {
    try {
        return await github.teamMembers(organization, team);
    }
    catch (error) {
        if (!(error instanceof ports_github/* GitHubRefusal */.k) || error.status === 401) {
            throw error;
        }
        const needed = `the setting ${key} names the team @${organization}/${team}, whose members only a token may read that has the organization’s permission Members: read (a GitHub App) or the scope read:org (a personal access token); the token of the job never has it. Give the robot such a token, correct the name, or name people instead`;
        throw new ports_github/* GitHubRefusal */.k(`${error.operation}, named by the setting ${key}`, error.status, `${needed}. GitHub says: ${error.detail}`, { cause: error });
    }
}


/***/ })

};
