import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
exports.debug = debug; // for test


/***/ }),

/***/ 4830:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./src/conversation/login.ts
var login = __nccwpck_require__(198);
// EXTERNAL MODULE: ./src/conversation/marker.ts
var marker = __nccwpck_require__(5473);
// EXTERNAL MODULE: ./src/conversation/parse.ts + 1 modules
var parse = __nccwpck_require__(5853);
// EXTERNAL MODULE: ./src/edge/environment.ts
var edge_environment = __nccwpck_require__(5412);
// EXTERNAL MODULE: ./src/edge/failures.ts
var failures = __nccwpck_require__(3958);
// EXTERNAL MODULE: ./src/edge/log.ts
var edge_log = __nccwpck_require__(5047);
// EXTERNAL MODULE: ./src/edge/findings.ts
var findings = __nccwpck_require__(3287);
;// CONCATENATED MODULE: ./src/edge/outside.ts

/** The adapters of one run, opened when first needed: an event that leads to nothing loads none of them. */
class Outside {
    inputs;
    environment;
    machine;
    #github = null;
    #git = null;
    #issueTracker = null;
    constructor(inputs, environment, machine) {
        this.inputs = inputs;
        this.environment = environment;
        this.machine = machine;
    }
    /** What was spent so far. */
    figures() {
        return { requests: this.#github?.requestCount ?? 0, gitProcesses: this.#git?.processCount ?? 0 };
    }
    async openGitHub() {
        if (this.#github !== null) {
            return this.#github;
        }
        const { createGitHub } = await __nccwpck_require__.e(/* import() */ 820).then(__nccwpck_require__.bind(__nccwpck_require__, 2820));
        const { owner, repository, apiUrl } = this.environment;
        this.#github = await createGitHub({ token: this.inputs.token, apiUrl, repository: { owner, name: repository }, log: this.machine.log });
        return this.#github;
    }
    async openPorts(settings, github) {
        const { createGit } = await __nccwpck_require__.e(/* import() */ 118).then(__nccwpck_require__.bind(__nccwpck_require__, 2118));
        const { owner, repository, serverUrl, temporaryDirectory } = this.environment;
        const git = await createGit({
            serverUrl,
            repository: `${owner}/${repository}`,
            token: this.inputs.token,
            robot: { name: settings.robot, email: settings.robotEmail },
            temporaryDirectory,
            environment: (0,edge_environment/* variablesForGit */.jU)(this.machine.variables),
            now: () => new Date(this.machine.now()),
            log: this.machine.log,
        });
        this.#git = git;
        // One for the whole run: it remembers that Jira is down, so that a sweep does not wait for it again and again.
        const issueTracker = () => (this.#issueTracker ??= this.openIssueTracker(settings));
        const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
        return { git, github, issueTracker, pause };
    }
    async dispose() {
        await this.#git?.dispose();
    }
    async openIssueTracker(settings) {
        const { createJira } = await __nccwpck_require__.e(/* import() */ 416).then(__nccwpck_require__.bind(__nccwpck_require__, 6416));
        this.machine.mask(Buffer.from(`${settings.jiraEmail}:${this.inputs.jiraToken}`).toString('base64'));
        return createJira({ accountUrl: settings.jiraAccountUrl, email: settings.jiraEmail, token: this.inputs.jiraToken, log: this.machine.log });
    }
}

// EXTERNAL MODULE: ./src/settings/inputs.ts
var settings_inputs = __nccwpck_require__(7428);
// EXTERNAL MODULE: ./src/settings/problem.ts
var problem = __nccwpck_require__(2022);
;// CONCATENATED MODULE: ./src/trigger/payload.ts
/**
 * Reads a value inside a payload of unknown shape; undefined if the way leads nowhere. Own properties only, so that a
 * payload cannot be made to answer with what every object inherits.
 */
function valueAt(payload, ...way) {
    let value = payload;
    for (const name of way) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) {
            return undefined;
        }
        value = value[name];
    }
    return value;
}
/** A text that is not empty, or null. */
function textAt(payload, ...way) {
    const value = valueAt(payload, ...way);
    return typeof value === 'string' && value !== '' ? value : null;
}
/** A positive whole number, or null. */
function numberAt(payload, ...way) {
    const value = valueAt(payload, ...way);
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}
/** A full commit SHA, or null. */
function shaAt(payload, ...way) {
    const value = textAt(payload, ...way);
    return value !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}

// EXTERNAL MODULE: ./src/builds/workflow-run.ts
var workflow_run = __nccwpck_require__(6592);
// EXTERNAL MODULE: ./src/settings/nearest-name.ts
var nearest_name = __nccwpck_require__(5759);
;// CONCATENATED MODULE: ./src/trigger/command.ts



const noCommand = { command: '', pullRequest: '', branch: '', branchFrom: '' };
/** Reads the inputs when `command` is given. Inputs the command has no use for are left alone. */
function readCommand(inputs) {
    const given = inputs.command.trim();
    const name = settings_inputs/* administrationCommands */.$7.find((known) => known === given);
    const branch = inputs.branch.trim();
    switch (name) {
        case undefined:
            return refused(noSuchCommand(given));
        case 'evaluate': {
            const text = inputs.pullRequest.trim();
            const number = pullRequestNumber(text);
            return number === null ? refused(`the command evaluate needs the input pull-request: the number of a pull request, for example 42; found ${(0,problem/* describeValue */.bp)(text)}`) : command({ name, pullRequest: number });
        }
        case 'create-branch': {
            const branchFrom = inputs.branchFrom.trim();
            return branch === '' ? needsBranch(name) : command({ name, branch, branchFrom: branchFrom === '' ? null : branchFrom });
        }
        case 'delete-branch':
            return branch === '' ? needsBranch(name) : command({ name, branch });
        case 'sweep':
        case 'delete-queues':
        case 'rebuild-queues':
        case 'force-merge-queues':
        case 'doctor':
            return command({ name });
    }
}
function noSuchCommand(given) {
    const nearest = (0,nearest_name/* nearestName */.q)(given, settings_inputs/* administrationCommands */.$7);
    return nearest === null ? `there is no such command; known are ${settings_inputs/* administrationCommands */.$7.join(', ')}` : `there is no such command; did you mean ${nearest}?`;
}
/** `12`, or `#12` as people write it. */
function pullRequestNumber(text) {
    const digits = /^#?(?<digits>[1-9][0-9]{0,14})$/.exec(text)?.groups?.digits;
    return digits === undefined ? null : Number(digits);
}
function command(read) {
    return { kind: 'command', command: read };
}
function refused(reason) {
    return { kind: 'refused', reason };
}
function needsBranch(name) {
    return refused(`the command ${name} needs the input branch`);
}

;// CONCATENATED MODULE: ./src/trigger/trigger.ts



/**
 * Reads an event. The payload is untrusted and of any shape; what cannot be read leads to `nothing`, never to an
 * exception, and the sweep makes up for it.
 *
 * Who caused an event plays no part. An event by the robot itself leads to a look that finds nothing to do, whereas
 * skipping it could lose something: its login is a setting not known yet, people may share its account, and GitHub
 * drops waiting runs of a concurrency group, so that this event may be the only one left of several.
 */
function readTrigger(eventName, payload, context = {}) {
    const inputs = context.inputs ?? noCommand;
    if (inputs.command.trim() !== '') {
        return eventName === 'workflow_dispatch'
            ? readCommand(inputs)
            : { kind: 'refused', reason: 'commands are taken from workflow_dispatch only, which needs write access' };
    }
    switch (eventName) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
            return pullRequestTrigger(numberAt(payload, 'pull_request', 'number') ?? numberAt(payload, 'number'), eventName, payload);
        case 'issue_comment':
            return commentTrigger(payload);
        case 'workflow_run':
            return workflowRunTrigger(payload, context.ownWorkflowPath ?? null);
        case 'check_suite':
            return branchTrigger(textAt(payload, 'check_suite', 'head_branch'), shaAt(payload, 'check_suite', 'head_sha'), eventName);
        case 'check_run':
            return branchTrigger(textAt(payload, 'check_run', 'check_suite', 'head_branch'), shaAt(payload, 'check_run', 'head_sha'), eventName);
        case 'status':
            return statusTrigger(payload);
        case 'push':
            return pushTrigger(payload);
        case 'schedule':
        case 'workflow_dispatch':
            return { kind: 'sweep', why: eventName };
        case 'merge_group':
            return nothing("GitHub's own merge queue has no part in GitWaterFlow");
        default:
            return nothing('events of this kind tell nothing about pull requests or the queue');
    }
}
function pullRequestTrigger(number, eventName, payload) {
    return number === null ? unreadable(eventName) : { kind: 'pull-request', number, why: withAction(eventName, payload) };
}
function commentTrigger(payload) {
    const pullRequest = valueAt(payload, 'issue', 'pull_request');
    if (typeof pullRequest !== 'object' || pullRequest === null) {
        return nothing('the comment is not on a pull request');
    }
    return pullRequestTrigger(numberAt(payload, 'issue', 'number'), 'issue_comment', payload);
}
/**
 * A run that is only requested or in progress changes no verdict for the better. A run of our own workflow counts for
 * no build, so looking again would only have this workflow start itself.
 */
function workflowRunTrigger(payload, ownWorkflowPath) {
    if (textAt(payload, 'action') !== 'completed') {
        return nothing('the workflow run is not completed');
    }
    const path = textAt(payload, 'workflow_run', 'path') ?? textAt(payload, 'workflow', 'path');
    if (ownWorkflowPath !== null && path !== null && (0,workflow_run/* workflowPathWithoutRef */.KX)(path) === (0,workflow_run/* workflowPathWithoutRef */.KX)(ownWorkflowPath)) {
        return nothing('the workflow run is one of our own workflow');
    }
    return branchTrigger(textAt(payload, 'workflow_run', 'head_branch'), shaAt(payload, 'workflow_run', 'head_sha'), 'workflow_run');
}
/**
 * The `branches` of the payload are not used: the list is cut short after ten, and holds branches that merely contain
 * the commit. The refs of the moment name all branches whose head it is (see `resolveBranches`); where none is left, the
 * status is about a commit that nobody asks about any more.
 */
function statusTrigger(payload) {
    return branchTrigger(null, shaAt(payload, 'sha'), 'status');
}
function branchTrigger(branch, headSha, eventName) {
    if (branch === null && headSha === null) {
        return unreadable(eventName);
    }
    return { kind: 'branches', branches: branch === null ? [] : [branch], headSha, why: eventName };
}
/** Deletions count as well: a queue branch that is gone is the queue's business. */
function pushTrigger(payload) {
    const ref = textAt(payload, 'ref');
    if (ref === null) {
        return unreadable('push');
    }
    return /^refs\/heads\/(?:development|hotfix|q)\/./s.test(ref)
        ? { kind: 'queue', why: 'push' }
        : nothing('the push is to none of development/**, hotfix/**, q/**');
}
function nothing(reason) {
    return { kind: 'nothing', reason };
}
function unreadable(eventName) {
    return nothing(`the payload of ${eventName} does not say where to look`);
}
/** `pull_request_target (synchronize)`. An action is shown only if it looks like one of GitHub's. */
function withAction(eventName, payload) {
    const action = textAt(payload, 'action') ?? '';
    return /^[a-z_]{1,40}$/.test(action) ? `${eventName} (${action})` : eventName;
}

;// CONCATENATED MODULE: ./src/action.ts












/**
 * One run: where to look, look, decide, do, and what came of it. Throws only for mistakes of the program and for a
 * runner that is none (`EnvironmentProblem`); what GitHub, git or people do becomes an outcome.
 */
async function runAction(machine) {
    const started = machine.now();
    const log = (line) => machine.log((0,edge_log/* safeLine */.o)(line));
    const environment = await (0,edge_environment/* readEnvironment */.Qo)(machine.variables);
    const describe = (found, dryRun, spent = { requests: 0, gitProcesses: 0 }) => ({
        ...found,
        dryRun,
        eventName: environment.eventName,
        repositoryUrl: (0,edge_environment/* repositoryUrl */.Ek)(environment),
        figures: { ...spent, milliseconds: machine.now() - started },
    });
    const reading = (0,settings_inputs/* readInputs */.Ko)(machine.getInput);
    if (reading.kind === 'malformed') {
        const problems = reading.problems.map(problem/* problemText */.fI);
        return { failOn: reading.failOn, report: describe((0,findings/* onlyOutcome */.F)({ code: 220, problems }), false) };
    }
    const { inputs } = reading;
    const outside = new Outside(inputs, environment, { ...machine, log });
    try {
        const found = await findingsOf(inputs, environment, machine, outside);
        return { failOn: inputs.failOn, report: describe(found, inputs.dryRun, outside.figures()) };
    }
    finally {
        await outside.dispose();
    }
}
/** A failure of the world before anything was looked at is the outcome of the run. */
async function findingsOf(inputs, environment, machine, outside) {
    try {
        return await find(inputs, environment, machine, outside);
    }
    catch (error) {
        const outcome = (0,failures/* expectedFailure */.x)(error);
        if (outcome === null) {
            throw error;
        }
        return (0,findings/* onlyOutcome */.F)(outcome);
    }
}
async function find(inputs, told, machine, outside) {
    const environment = await withOwnWorkflow(told, outside);
    const trigger = readTrigger(environment.eventName, environment.payload, { ownWorkflowPath: environment.ownWorkflowPath, inputs });
    if (trigger.kind === 'nothing') {
        return (0,findings/* onlyOutcome */.F)({ code: 302, reason: { kind: 'event', detail: trigger.reason } });
    }
    if (trigger.kind === 'refused') {
        return (0,findings/* onlyOutcome */.F)({ code: 308, command: inputs.command, detail: trigger.reason });
    }
    // Loaded only now: most events of a busy repository lead to nothing, and should cost nothing.
    const [github, { loadSettings, observeSurroundings }] = await Promise.all([outside.openGitHub(), Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(974), __nccwpck_require__.e(515)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9515))]);
    // Settings are judged before anything is looked at.
    const reading = await loadSettings(inputs, github, machine.variables);
    if (reading.kind !== 'ok') {
        return (0,findings/* onlyOutcome */.F)({ code: reading.code, problems: reading.problems.map(problem/* problemText */.fI) });
    }
    const stranger = await robotOfOtherName(environment, reading.settings.robot, github);
    if (stranger !== null) {
        return { ...(0,findings/* onlyOutcome */.F)({ code: 302, reason: { kind: 'event', detail: 'the comment is a message of a robot under another name' } }), notes: [stranger] };
    }
    const [ports, { lookAt }] = await Promise.all([outside.openPorts(reading.settings, github), Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(974), __nccwpck_require__.e(265)]).then(__nccwpck_require__.bind(__nccwpck_require__, 265))]);
    const surroundings = await observeSurroundings(reading.settings, reading.hash, environment, github);
    const found = await lookAt(trigger, { ports, surroundings, rules: rulesOf(inputs, environment, machine.now()) });
    const { keepDashboard } = await __nccwpck_require__.e(/* import() */ 488).then(__nccwpck_require__.bind(__nccwpck_require__, 6488));
    const dashboardNotes = await keepDashboard(found, { github, surroundings, trigger, dryRun: inputs.dryRun, now: machine.now() });
    return { ...found, notes: [...reading.notes, ...found.notes, ...dashboardNotes] };
}
/**
 * Runs of the own workflow count for no build (spec 2, rule 5). Where the runner does not say which workflow that is, GitHub
 * is asked for this run. If this repository has no such run, none of its runs is one of the own workflow.
 */
async function withOwnWorkflow(environment, outside) {
    const { ownWorkflowPath, runId } = environment;
    if (ownWorkflowPath !== null || runId === null) {
        return environment;
    }
    const github = await outside.openGitHub();
    return { ...environment, ownWorkflowPath: await github.workflowPathOfRun(runId) };
}
/**
 * Under another name the robot does not know its own messages again: it would answer its own comment with the same one,
 * whose event would start the next run, for ever. So the event of a comment that bears the robot's mark leads nowhere if
 * an app wrote it by GitHub's own word, or the user of the token. From anybody else the mark says nothing (spec 6).
 */
async function robotOfOtherName({ eventName, payload }, robot, github) {
    const author = textAt(payload, 'comment', 'user', 'login');
    const body = textAt(payload, 'comment', 'body') ?? '';
    if (eventName !== 'issue_comment' || (0,marker/* readMarker */.t7)(body) === null || (0,login/* isBy */._m)({ author }, robot)) {
        return null;
    }
    const app = valueAt(payload, 'comment', 'performed_via_github_app');
    const byApp = textAt(payload, 'comment', 'user', 'type') === 'Bot' || (typeof app === 'object' && app !== null);
    if (!byApp && !(0,login/* isSameLogin */.Av)(await github.viewer(), author)) {
        return null;
    }
    return `A comment with the robot’s mark was written by ${author ?? 'an unknown account'}, but the setting robot says ${robot}. If that is the account of the token, correct the setting.`;
}
/** Where the runner does not count its runs, the time does: sweeps come every quarter of an hour or so. */
const interval = 15 * 60_000;
function rulesOf(inputs, { eventName, payload, runNumber }, now) {
    return {
        dryRun: inputs.dryRun,
        forcedOptions: (0,parse/* splitWords */.yM)(inputs.options),
        eventComment: eventName === 'issue_comment' ? numberAt(payload, 'comment', 'id') : null,
        rebuilt: null,
        runNumber: runNumber ?? Math.floor(now / interval),
    };
}


/***/ }),

/***/ 1811:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ parseBuildKeys),
/* harmony export */   LL: () => (/* binding */ buildKeyText),
/* harmony export */   Mc: () => (/* binding */ stateOfCheckRun),
/* harmony export */   m2: () => (/* binding */ stateOfCommitStatus),
/* harmony export */   t: () => (/* binding */ compareCheckReadings)
/* harmony export */ });
/* harmony import */ var _build_state_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(949);
/* harmony import */ var _state_for_branch_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3459);
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6592);



/**
 * The keys of the setting `build_key`; all of them must be green. An empty list means that build checks are off: that
 * is what an empty text, or a list of nothing but empty texts, asks for. Equal keys are named once.
 */
function parseBuildKeys(setting) {
    const texts = (typeof setting === 'string' ? [setting] : setting).map((text) => text.trim());
    const byText = new Map(texts.filter((text) => text !== '').map(parseBuildKey).map((key) => [buildKeyText(key), key]));
    return [...byText.values()];
}
/**
 * `check:<app slug>/<name>` pins the app whenever what stands before the first slash can be a slug. A check whose own
 * name begins that way must be given with its app (`check:github-actions/ci/test`): reading it both ways would let a job
 * called `circleci/build` pass for CircleCI.
 */
function parseBuildKey(text) {
    if (text === 'github_actions') {
        return { kind: 'workflow-runs' };
    }
    const check = /^check:\s*(?:(?<appSlug>[A-Za-z0-9-]+)\/)?(?<name>\S[^]*)$/.exec(text)?.groups;
    return check?.name === undefined
        ? { kind: 'commit-status', context: text }
        : { kind: 'check-run', name: check.name, appSlug: check.appSlug?.toLowerCase() ?? null };
}
/** The key as it is written in the settings. */
function buildKeyText(key) {
    switch (key.kind) {
        case 'workflow-runs':
            return 'github_actions';
        case 'commit-status':
            return key.context;
        case 'check-run':
            return `check:${key.appSlug === null ? '' : `${key.appSlug}/`}${key.name}`;
    }
}
/**
 * State by the commit status of that context. Unlike `stateForBranch` it cannot say which branch was built: a status
 * belongs to a commit. A state not known today fails. The port gives the newest status per context; should two differ
 * only in the case of the context, the worse one counts.
 */
function stateOfCommitStatus(key, statuses) {
    const context = key.context.toLowerCase();
    return worstOf(statuses
        .filter((status) => status.context.toLowerCase() === context)
        .map((status) => ({
        state: stateOfStatus(status.state),
        cause: 'reported',
        evidence: [{ kind: 'commit-status', context: status.context, result: status.state, link: status.targetUrl }],
    })));
}
function stateOfStatus(state) {
    switch (state) {
        case 'success':
            return 'successful';
        case 'pending':
            return 'in-progress';
        default:
            return 'failed';
    }
}
/**
 * State by the check run of that name on the commit: the newest one (highest id) of each app, and the worst over the
 * apps, so that without a pinned app nobody else's success hides a failure. Conclusions mean what they mean for
 * workflow runs. A check run belongs to a commit, not to a branch.
 */
function stateOfCheckRun(key, commit, checkRuns, allowAllSkipped) {
    const newest = new Map();
    for (const checkRun of checkRuns) {
        const app = checkRun.appSlug?.toLowerCase() ?? null;
        const wanted = checkRun.headSha === commit && checkRun.name === key.name && (key.appSlug ?? app) === app;
        if (wanted && checkRun.id >= (newest.get(app)?.id ?? checkRun.id)) {
            newest.set(app, checkRun);
        }
    }
    const oldestFirst = [...newest.values()].sort((left, right) => left.id - right.id);
    const onlySkipped = oldestFirst.every((checkRun) => !(0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_)(checkRun) && checkRun.conclusion === 'skipped');
    return worstOf(oldestFirst.map((checkRun) => onlySkipped && !allowAllSkipped
        ? { state: 'not-started', cause: 'all-skipped', evidence: [checkEvidence(checkRun)] }
        : { state: stateOfCheck(checkRun), cause: 'reported', evidence: [checkEvidence(checkRun)] }));
}
/**
 * Which of two readings of one check run (same id) to believe: the one that still runs, since an app may reopen a check
 * and will report again; of two finished ones the less favourable. Negative when `left` is believed.
 */
function compareCheckReadings(left, right) {
    const isGreen = ({ conclusion }) => (0,_state_for_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .isGreenConclusion */ .p)(conclusion);
    return Number((0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_)(right)) - Number((0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_)(left)) || Number(isGreen(left)) - Number(isGreen(right));
}
function stateOfCheck(checkRun) {
    if ((0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_)(checkRun)) {
        return 'in-progress';
    }
    return (0,_state_for_branch_js__WEBPACK_IMPORTED_MODULE_1__/* .isGreenConclusion */ .p)(checkRun.conclusion) ? 'successful' : 'failed';
}
function checkEvidence(checkRun) {
    const { id, name, appSlug, status, conclusion, htmlUrl } = checkRun;
    return { kind: 'check-run', id, name, appSlug, result: conclusion ?? status, link: htmlUrl };
}
/** The worst of several reports, vouched for by all those that say the same. */
function worstOf(reports) {
    const worst = (0,_build_state_js__WEBPACK_IMPORTED_MODULE_2__/* .firstWorst */ .u)(reports);
    if (worst === null) {
        return { state: 'not-started', cause: 'absent', evidence: [] };
    }
    const agreeing = reports.filter((report) => report.state === worst.state);
    return { ...worst, evidence: agreeing.flatMap((report) => report.evidence) };
}


/***/ }),

/***/ 949:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ firstWorst)
/* harmony export */ });
/** From worst to best: the order in which several states are weighed (spec chapter 2, "Worst state"). */
const worstFirst = ['failed', 'not-started', 'in-progress', 'successful'];
/** The first of those whose state is worst; null when there is none to look at, which is never a success. */
function firstWorst(judged) {
    for (const state of worstFirst) {
        const found = judged.find((candidate) => candidate.state === state);
        if (found !== undefined) {
            return found;
        }
    }
    return null;
}


/***/ }),

/***/ 9931:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ compareReadings),
/* harmony export */   t: () => (/* binding */ selectPerWorkflow)
/* harmony export */ });
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6592);

/** One selection per workflow (`workflow_id`), in the order of the ids. */
function selectPerWorkflow(runs, selection) {
    const byWorkflow = new Map();
    for (const run of runs) {
        const ofSameWorkflow = byWorkflow.get(run.workflowId);
        if (ofSameWorkflow === undefined) {
            byWorkflow.set(run.workflowId, [run]);
        }
        else {
            ofSameWorkflow.push(run);
        }
    }
    return [...byWorkflow.entries()]
        .sort(([left], [right]) => left - right)
        .flatMap(([, candidates]) => {
        const [kept, ...others] = candidates.sort((left, right) => preferred(left, right, selection));
        return kept === undefined ? [] : [{ kept, others }];
    });
}
function preferred(left, right, selection) {
    const newerFirst = (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__/* .compareByAge */ .eI)(right, left);
    switch (selection) {
        case 'best':
            return rank(left) - rank(right) || newerFirst;
        case 'latest':
            return newerFirst;
    }
}
/**
 * The ranking of spec chapter 2, "success or skipped, over still running, over failure, over cancelled", with what the
 * chapter leaves open:
 * - among the green ones success comes first, then neutral, so that a workflow counts as skipped only if none of its
 *   runs did anything;
 * - `action_required` comes before failure, since a person's click can still make it green; both fail the branch;
 * - timed_out, startup_failure, stale and every conclusion not known today stand with failure.
 */
function rank(run) {
    if ((0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_)(run)) {
        return 3;
    }
    switch (run.conclusion) {
        case 'success':
            return 0;
        case 'neutral':
            return 1;
        case 'skipped':
            return 2;
        case 'action_required':
            return 4;
        case 'cancelled':
            return 6;
        default:
            return 5;
    }
}
/**
 * Which of two readings of one run (same id) to believe: the higher attempt; of one attempt the finished one, since an
 * attempt with a result never goes back to running (only one that waited for approval does: it reads as not approved
 * until somebody looks again); of two finished ones the less favourable. A list that moved while it was paged can hold a
 * run twice, and yesterday's green attempt must not speak for a re-run. Negative when `left` is believed.
 */
function compareReadings(left, right) {
    return (right.runAttempt - left.runAttempt ||
        Number((0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_)(left)) - Number((0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_)(right)) ||
        rank(right) - rank(left));
}


/***/ }),

/***/ 3459:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ stateForBranch),
/* harmony export */   p: () => (/* binding */ isGreenConclusion)
/* harmony export */ });
/* harmony import */ var _build_state_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(949);
/* harmony import */ var _run_selection_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9931);
/* harmony import */ var _workflow_run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6592);



/**
 * State of the builds of one branch at one commit, from its own runs only (spec chapter 2). No runs is never green.
 *
 * A missing required workflow weighs as a branch whose build is not started, so it comes after a failure (which stays
 * true whatever that workflow will say) and before anything else. A branch where every workflow was skipped is
 * not-started unless `allowAllSkipped`: nothing failed, but nothing was built either.
 */
function stateForBranch(input) {
    const believed = believedReadings(input.runs);
    const reasons = input.runs.map((run, index) => reasonToIgnore(run, input) ?? (believed.has(index) ? null : outdatedReading(run)));
    const counted = input.runs.filter((_run, index) => reasons[index] === null);
    const selections = (0,_run_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .selectPerWorkflow */ .t)(counted, input.runSelection);
    const kept = selections.map((selection) => selection.kept);
    const missingWorkflows = input.requiredWorkflows.filter((required) => !counted.some((run) => isWorkflowFile(run, required)));
    return {
        ...judge(kept, missingWorkflows, input.allowAllSkipped),
        account: accountOf(input.runs, reasons, selections),
        missingWorkflows,
        approvalRequired: kept.filter((run) => !(0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunning */ .W_)(run) && run.conclusion === 'action_required'),
    };
}
function judge(kept, missingWorkflows, allowAllSkipped) {
    const ofRuns = judgeRuns(kept, allowAllSkipped);
    if (missingWorkflows.length === 0) {
        return ofRuns;
    }
    const missing = { state: 'not-started', cause: 'required-workflow-missing', decidedBy: [] };
    return (0,_build_state_js__WEBPACK_IMPORTED_MODULE_2__/* .firstWorst */ .u)([missing, ofRuns]) ?? missing;
}
function judgeRuns(kept, allowAllSkipped) {
    if (kept.length === 0) {
        return { state: 'not-started', cause: 'no-runs', decidedBy: [] };
    }
    const running = kept.filter(_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .isRunning */ .W_);
    if (running.length > 0) {
        return { state: 'in-progress', cause: 'run-in-progress', decidedBy: running };
    }
    const notGreen = kept.filter((run) => !isGreenConclusion(run.conclusion));
    if (notGreen.length > 0) {
        return { state: 'failed', cause: 'run-failed', decidedBy: notGreen };
    }
    if (!allowAllSkipped && kept.every((run) => run.conclusion === 'skipped')) {
        return { state: 'not-started', cause: 'all-skipped', decidedBy: kept };
    }
    return { state: 'successful', cause: 'all-green', decidedBy: kept };
}
/** The conclusions that do not stand in the way; whatever is not known today is not among them. */
function isGreenConclusion(conclusion) {
    return conclusion === 'success' || conclusion === 'skipped' || conclusion === 'neutral';
}
/** The rules of spec chapter 2, in its order; the first that fails is the reason. */
function reasonToIgnore(run, input) {
    if (run.headSha !== input.commit) {
        return { kind: 'other-commit', commit: run.headSha };
    }
    if (run.headBranch === null || !input.branches.has(run.headBranch)) {
        return { kind: 'other-branch', branch: run.headBranch };
    }
    if (!isFromExpectedRepository(run, input.headRepositories)) {
        return { kind: 'other-repository', repositoryId: run.headRepositoryId };
    }
    if (run.event === 'workflow_dispatch' && !input.dispatchedWorkflows.some((file) => isWorkflowFile(run, file))) {
        return { kind: 'dispatched-by-hand', workflow: (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowPathWithoutRef */ .KX)(run.workflowPath) };
    }
    if (isOwnWorkflow(run, input.ownWorkflow)) {
        return { kind: 'own-workflow', workflow: (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowPathWithoutRef */ .KX)(run.workflowPath) };
    }
    return null;
}
function isFromExpectedRepository(run, expected) {
    if (run.headRepositoryId === null) {
        return false;
    }
    return expected === undefined ? run.headRepositoryId === run.repositoryId : expected.has(run.headRepositoryId);
}
function isOwnWorkflow(run, own) {
    return run.workflowId === own.id || (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowPathWithoutRef */ .KX)(run.workflowPath) === (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowPathWithoutRef */ .KX)(own.path);
}
/** A setting that holds a slash names the whole path, one without names the file. */
function isWorkflowFile(run, setting) {
    return setting.includes('/')
        ? (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowPathWithoutRef */ .KX)(run.workflowPath) === (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowPathWithoutRef */ .KX)(setting)
        : (0,_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowFileName */ .Jo)(run.workflowPath) === setting;
}
/** Positions of the runs to believe, one per run id. */
function believedReadings(runs) {
    const believed = new Map();
    for (const [index, run] of runs.entries()) {
        const other = believed.get(run.id);
        if (other === undefined || (0,_run_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .compareReadings */ .P)(run, other.run) < 0) {
            believed.set(run.id, { run, index });
        }
    }
    return new Set([...believed.values()].map(({ index }) => index));
}
function outdatedReading(run) {
    return { kind: 'outdated-reading', attempt: run.runAttempt };
}
function accountOf(runs, reasons, selections) {
    const keptInstead = new Map(selections.flatMap(({ kept, others }) => others.map((run) => [run.id, kept.id])));
    return runs.map((run, index) => {
        const reason = reasons[index] ?? null;
        if (reason !== null) {
            return { run, counted: false, reason };
        }
        const keptRunId = keptInstead.get(run.id);
        return keptRunId === undefined
            ? { run, counted: true, kept: true }
            : { run, counted: true, kept: false, keptRunId };
    });
}


/***/ }),

/***/ 6592:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jo: () => (/* binding */ workflowFileName),
/* harmony export */   KX: () => (/* binding */ workflowPathWithoutRef),
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   eI: () => (/* binding */ compareByAge)
/* harmony export */ });
/** The run is still to deliver a result: not completed, or completed without a conclusion yet (spec chapter 2). */
function isRunning(run) {
    return run.status !== 'completed' || run.conclusion === null;
}
/**
 * The path of a workflow file without the ref GitHub may append (`.github/workflows/ci.yml@refs/heads/main`). An `@`
 * inside the file name stays; paths that name no YAML file (`dynamic/…`) are cut at their first `@`.
 */
function workflowPathWithoutRef(path) {
    const withRef = /^(?<file>[^]*?\.ya?ml)@/.exec(path)?.groups?.file;
    if (withRef !== undefined) {
        return withRef;
    }
    return /\.ya?ml$/.test(path) ? path : (path.split('@', 1)[0] ?? path);
}
/** The file name of a workflow: `ci.yml` for `.github/workflows/ci.yml`, with or without a ref appended. */
function workflowFileName(path) {
    const file = workflowPathWithoutRef(path);
    return file.slice(file.lastIndexOf('/') + 1);
}
/**
 * Orders runs from oldest to newest: by time of creation, then run number, then id. Creation comes first because it is
 * the one GitHub documents, the others settle runs of the same second. A re-run keeps all three: re-running an old run
 * does not make it the newest. An unreadable time counts as oldest.
 */
function compareByAge(left, right) {
    return (compareNumbers(creationTime(left), creationTime(right)) ||
        compareNumbers(left.runNumber, right.runNumber) ||
        compareNumbers(left.id, right.id));
}
function creationTime(run) {
    const time = Date.parse(run.createdAt);
    return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
function compareNumbers(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}


/***/ }),

/***/ 198:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ isSameLogin),
/* harmony export */   _m: () => (/* binding */ isBy),
/* harmony export */   zl: () => (/* binding */ addressedName)
/* harmony export */ });
const appSuffix = '[bot]';
/**
 * True if the author is the account of that login. Case does not matter. The suffix `[bot]` does: anybody may register
 * the plain name of an app as a user, so `name` and `name[bot]` are two accounts. A deleted account is nobody's.
 */
function isBy(who, login) {
    const { author } = who;
    const lacksSuffix = who.authorKind === 'bot' && author?.toLowerCase().endsWith(appSuffix) === false;
    return isSameLogin(lacksSuffix ? author + appSuffix : author, login);
}
/** True if both are the same login, in any case. Null, a deleted account, is nobody, not even itself. */
function isSameLogin(left, right) {
    return left !== null && right !== null && left.toLowerCase() === right.toLowerCase();
}
/** The name by which an account is addressed in comments: without `[bot]`, in lower case. */
function addressedName(login) {
    const name = login.toLowerCase();
    return name.endsWith(appSuffix) ? name.slice(0, -appSuffix.length) : name;
}


/***/ }),

/***/ 5473:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ markerLine),
/* harmony export */   Qq: () => (/* binding */ codeOfComment),
/* harmony export */   f: () => (/* binding */ markerOfComment),
/* harmony export */   gv: () => (/* binding */ markerOfDescription),
/* harmony export */   lO: () => (/* binding */ contentKey),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
/* harmony import */ var _login_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(198);

const markerPattern = /^<!-- bert-e: code=(?<code>[1-9][0-9]{2}) key=(?<key>[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)(?<data>(?: [a-z0-9]+(?:-[a-z0-9]+)*=[A-Za-z0-9%._~*'()!]*)*) -->$/;
const dataName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/**
 * The line that closes a message. Values are percent-encoded, so that none can end the HTML comment or the line.
 *
 * @throws TypeError if code, key or a name has not the form stated in {@link Marker}: a mistake of the program, as none
 * of them comes from outside.
 */
function markerLine(marker) {
    const data = Object.entries(marker.data).map(([name, value]) => {
        if (!dataName.test(name))
            throw new TypeError(`not a name for a marker: ${name}`);
        return ` ${name}=${encoded(value)}`;
    });
    const line = `<!-- bert-e: code=${marker.code} key=${marker.key}${data.join('')} -->`;
    if (readMarker(line) === null)
        throw new TypeError(`not a marker: ${line}`);
    return line;
}
/**
 * The marker in the last line of a text; null if that is none. Who wrote the text is for the caller to check: for comments
 * use {@link markerOfComment}; a description of a pull request can be edited by its author.
 */
function readMarker(text) {
    return markerIn(lastLine(text));
}
function markerIn(line) {
    const { code, key, data: written } = markerPattern.exec(line)?.groups ?? {};
    if (code === undefined || key === undefined || written === undefined)
        return null;
    const data = new Map();
    for (const pair of written.split(' ').slice(1)) {
        const equals = pair.indexOf('=');
        const value = decoded(pair.slice(equals + 1));
        // A name given twice, or half an escape: the robot writes no such line.
        if (value === null || data.has(pair.slice(0, equals)))
            return null;
        data.set(pair.slice(0, equals), value);
    }
    return { code: Number(code), key, data: Object.fromEntries(data) };
}
/** The marker of a comment, if the robot wrote that comment and the last line of it is a marker. */
function markerOfComment(comment, robot) {
    return (0,_login_js__WEBPACK_IMPORTED_MODULE_0__/* .isBy */ ._m)(comment, robot) ? readMarker(comment.body) : null;
}
/**
 * The marker in the description of a pull request that the robot opened: the last line of it that is one. Others add
 * text to descriptions (bots that review and sum up, people who take notes), so it need not be the end.
 */
function markerOfDescription(pullRequest, robot) {
    if (!(0,_login_js__WEBPACK_IMPORTED_MODULE_0__/* .isBy */ ._m)(pullRequest, robot))
        return null;
    const line = pullRequest.body.split(/\r\n|\n|\r/).findLast((each) => markerIn(each.trimEnd()) !== null);
    return line === undefined ? null : markerIn(line.trimEnd());
}
/** The code of a comment of the robot; null if it has none or is somebody else's. */
function codeOfComment(comment, robot) {
    return markerOfComment(comment, robot)?.code ?? null;
}
/**
 * 64 bits, in hexadecimal, that differ for different texts: FNV-1a twice with different starts. Good for "the same as
 * last time"; no protection against somebody who looks for two texts with the same key.
 */
function contentKey(text) {
    return [0x811c9dc5, 0x9e3779b9].map((start) => hash32(text, start).toString(16).padStart(8, '0')).join('');
}
function lastLine(body) {
    const text = body.trimEnd();
    return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}
function encoded(value) {
    // Half a surrogate pair cannot be encoded. `--` is for HTML comments what a quote is for strings.
    return encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD')).replaceAll('-', '%2D');
}
/** Null if an escape is broken or does not stand for a character. */
function decoded(value) {
    try {
        return decodeURIComponent(value);
    }
    catch (error) {
        if (error instanceof URIError)
            return null;
        throw error;
    }
}
function hash32(text, start) {
    let hash = start;
    for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
        hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
    }
    return hash >>> 0;
}


/***/ }),

/***/ 5853:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vj: () => (/* binding */ parseComment),
  kB: () => (/* binding */ parseWord),
  wK: () => (/* binding */ readValue),
  yM: () => (/* binding */ splitWords)
});

// EXTERNAL MODULE: ./src/conversation/login.ts
var login = __nccwpck_require__(198);
;// CONCATENATED MODULE: ./src/conversation/visible-text.ts
/**
 * What of a comment its author says in their own words. Quotes, code and HTML comments are never read as options or
 * commands (spec chapter 3); each such region becomes one opaque character, because it still is text: an option list
 * with a quote in it is not entirely options, and a comment that starts with a quote does not start with an address.
 *
 * Everything here is linear in the length of the comment: no pattern can match at many places of the same run, and a
 * search that found nothing is not repeated.
 */
/** Stands for a region that is not to be read (U+FFFC, object replacement character). */
const opaque = '\uFFFC';
const between = { kind: 'between' };
const paragraph = { kind: 'paragraph' };
const fenceLine = /^ {0,3}(?<fence>`{3,}|~{3,})(?<info>.*)$/;
const quoteLine = /^ {0,3}>/;
const indentedLine = /^(?: {4}| {0,3}\t)/;
const htmlCommentLine = /^ {0,3}<!--/;
/** The comment with line ends as `\n` and every quoted, coded or hidden region as one {@link opaque} character. */
function visibleText(body) {
    let block = between;
    const visible = [];
    for (const line of body.split(/\r\n|\r|\n/)) {
        const read = readLine(block, line);
        block = read.block;
        visible.push(read.visible);
    }
    return hideInline(visible.join('\n'));
}
function readLine(block, line) {
    switch (block.kind) {
        case 'fenced':
            return { block: closesFence(block.fence, line) ? between : block, visible: opaque };
        case 'html-comment': {
            const end = line.indexOf('-->');
            if (end < 0)
                return { block, visible: opaque };
            return { block: paragraph, visible: opaque + line.slice(end + 3) };
        }
        case 'quote':
            // A line right below a quote belongs to it even without `>` (lazy continuation); a fence or blank line ends it.
            return line.trim() !== '' && openedFence(line) === null ? { block, visible: opaque } : readFreshLine(between, line);
        case 'between':
        case 'paragraph':
            return readFreshLine(block, line);
    }
}
function readFreshLine(block, line) {
    if (line.trim() === '')
        return { block: between, visible: '' };
    // Indented code cannot interrupt a paragraph: there the line merely continues it.
    if (block.kind !== 'paragraph' && indentedLine.test(line))
        return { block: between, visible: opaque };
    const fence = openedFence(line);
    if (fence !== null)
        return { block: { kind: 'fenced', fence }, visible: opaque };
    if (quoteLine.test(line))
        return { block: { kind: 'quote' }, visible: opaque };
    if (htmlCommentLine.test(line) && !line.includes('-->'))
        return { block: { kind: 'html-comment' }, visible: opaque };
    return { block: paragraph, visible: line };
}
function openedFence(line) {
    const { fence, info } = fenceLine.exec(line)?.groups ?? {};
    if (fence === undefined || info === undefined)
        return null;
    return fence.startsWith('`') && info.includes('`') ? null : fence;
}
function closesFence(opening, line) {
    const { fence, info } = fenceLine.exec(line)?.groups ?? {};
    return fence !== undefined && info?.trim() === '' && fence.startsWith(opening);
}
/**
 * Hides code spans and HTML comments inside lines. Backslashes before a backtick are not looked at: at worst too much
 * is hidden, and a comment with a backtick in it is no option list anyway.
 */
function hideInline(text) {
    const spanEnds = codeSpanEnds(text);
    const lastCommentEnd = text.lastIndexOf('-->');
    const opening = /`+|<!--/g;
    let visible = '';
    let read = 0;
    for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
        const end = match[0] === '<!--' ? htmlCommentEnd(text, match.index, lastCommentEnd) : spanEnds.get(match.index);
        if (end === undefined)
            continue;
        visible += text.slice(read, match.index) + opaque;
        read = end;
        opening.lastIndex = end;
    }
    return visible + text.slice(read);
}
function htmlCommentEnd(text, start, lastEnd) {
    // `<!-->` is a whole comment, hence two characters and not four. Past the last `-->` there is nothing to search for.
    return start + 2 > lastEnd ? undefined : text.indexOf('-->', start + 2) + 3;
}
/** For each run of backticks that a later run of the same length closes: where the code span ends. */
function codeSpanEnds(text) {
    const ends = new Map();
    const nextOfLength = new Map();
    for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
        const end = nextOfLength.get(run.length);
        if (end !== undefined)
            ends.set(index, end);
        nextOfLength.set(run.length, index + run.length);
    }
    return ends;
}

// EXTERNAL MODULE: ./src/conversation/vocabulary.ts
var vocabulary = __nccwpck_require__(1251);
;// CONCATENATED MODULE: ./src/conversation/parse.ts
/**
 * From the text of one comment to what it asks of the robot (spec chapter 3, "Comments: options and commands"). Who
 * wrote it, and whether they may, is judged in `read.ts`.
 */



const nothing = { kind: 'nothing' };
// Single-character alternatives that exclude each other, anchored by the sticky flag: each character is looked at once.
const gapPattern = /[\s,.\-/:;|+]*/uy;
// A dot or hyphen before a digit belongs to the value, so that `=1.5` and `=-1` are wrong numbers and not `1` and a rest.
const wordPattern = /(?<key>[^\s,.\-/:;|+=]*)(?:=(?<value>(?:[^\s,.\-/:;|+]|[.\-](?=[0-9]))*))?/uy;
/** What an option list is made of. Letters of any alphabet: a foreign word is an unknown word, not prose. */
const listedWord = /^[\p{L}\p{N}_=]+$/u;
/** What can be meant as a command: two characters at least, so that `/s` in a sentence is not answered. */
const commandLike = /^[A-Za-z_]./u;
/** Logins are made of letters, digits and hyphens, and some of underscores. */
const longerName = /-*[\p{L}\p{N}_]/uy;
/**
 * Reads one comment.
 *
 * @param body the comment as GitHub stores it
 * @param robot the robot's login, with or without `[bot]`
 */
function parseComment(body, robot) {
    const text = visibleText(body).trim();
    const address = addressEnd(text, (0,login/* addressedName */.zl)(robot));
    if (address !== null) {
        const words = wordsFrom(text, address);
        return statementOf(text, words, words.every(isListed));
    }
    const words = text.startsWith('/') ? wordsFrom(text, 0) : [];
    return words[0]?.gap === '/' ? statementOf(text, slashWords(words), isSlashList(words)) : nothing;
}
/** The words of a text that is nothing but a list of words, split as those of a comment, each as written. */
function splitWords(text) {
    return wordsFrom(text, 0).map(({ written }) => written);
}
/** One word by itself, as in the action's `options` input. */
function parseWord(written) {
    const text = written.trim();
    const equals = text.indexOf('=');
    return equals < 0 ? { key: text, value: null, written: text } : { key: text.slice(0, equals), value: text.slice(equals + 1), written: text };
}
/**
 * What a known option was given. A switch takes no value, but `=true` and `=false` are understood; a pull request has a
 * number of ASCII digits that is exact as a JavaScript number.
 */
function readValue(option, value) {
    // `key=a=b` is a misuse of the notation whatever the option wants.
    if (value?.includes('=') === true)
        return { kind: 'wrong-syntax' };
    switch (option.takes) {
        case 'switch':
            if (value === null || value === 'true')
                return { kind: 'on', name: option.name };
            return value === 'false' ? { kind: 'off', name: option.name } : { kind: 'wrong-syntax' };
        case 'pull-request-number': {
            const number = value !== null && /^[0-9]+$/.test(value) ? Number(value) : 0;
            return number > 0 && Number.isSafeInteger(number) ? { kind: 'pull-request', number } : { kind: 'wrong-pull-request-number' };
        }
    }
}
function statementOf(text, words, isList) {
    const first = words[0];
    if (first === undefined)
        return nothing;
    const command = (0,vocabulary/* commandNamed */.v)(first.key);
    if (command !== undefined) {
        return { kind: 'command', command, keyword: first.key, arguments: argumentsOf(text.slice(first.start + first.key.length)) };
    }
    if (isList)
        return { kind: 'options', words };
    const misused = misusedOption(words);
    if (misused !== undefined)
        return { kind: 'options', words: [misused] };
    if ((0,vocabulary/* optionNamed */.b7)(first.key) !== undefined)
        return nothing;
    return commandLike.test(first.key) ? { kind: 'unknown', keyword: first.key } : nothing;
}
/**
 * Prose is not an option list, and so its options do not hold. But who begins with `/after_pull_request 12` has asked for
 * something that must not be ignored in silence: the misuse among the options at its beginning is answered.
 */
function misusedOption(words) {
    for (const word of words) {
        const option = (0,vocabulary/* optionNamed */.b7)(word.key);
        if (option === undefined)
            return undefined;
        const value = readValue(option, word.value);
        if (value.kind === 'wrong-syntax' || value.kind === 'wrong-pull-request-number')
            return word;
    }
    return undefined;
}
/** The words that carry their own slash, up to the first that does not. */
function slashWords(words) {
    const end = words.findIndex((word) => !word.gap.endsWith('/'));
    return end < 0 ? words : words.slice(0, end);
}
/**
 * Every word has its slash. What begins like a path (`/some/folder`) is no list, unless its first word is an option: as
 * a list it would be refused for ever, as prose it is answered once.
 */
function isSlashList(words) {
    const [first, second] = words;
    const isPath = second !== undefined && /^\/+$/.test(second.gap) && (0,vocabulary/* optionNamed */.b7)(first?.key ?? '') === undefined;
    return !isPath && words.every((word) => word.gap.endsWith('/') && isListed(word));
}
function isListed(word) {
    return listedWord.test(word.written) || (0,vocabulary/* optionNamed */.b7)(word.key) !== undefined;
}
function argumentsOf(rest) {
    return rest.replaceAll(opaque, ' ').split(/\s+/u).filter((argument) => argument !== '');
}
/** Where the text after `@<robot>` begins; null if the text does not begin so, or if the name goes on. */
function addressEnd(text, name) {
    const end = name.length + 1;
    if (text.slice(0, end).toLowerCase() !== `@${name}`)
        return null;
    longerName.lastIndex = end;
    return longerName.test(text) ? null : end;
}
function wordsFrom(text, from) {
    const words = [];
    let position = from;
    for (;;) {
        const gap = matchAt(gapPattern, text, position)?.[0] ?? '';
        const start = position + gap.length;
        const match = matchAt(wordPattern, text, start);
        const written = match?.[0] ?? '';
        if (written === '')
            return words;
        words.push({ key: match?.groups?.key ?? '', value: match?.groups?.value ?? null, written, gap, start });
        position = start + written.length;
    }
}
function matchAt(pattern, text, position) {
    pattern.lastIndex = position;
    return pattern.exec(text);
}


/***/ }),

/***/ 6431:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ quoteForMarkdown),
/* harmony export */   t: () => (/* binding */ inlineCode)
/* harmony export */ });
/**
 * Text of somebody else inside the robot's own Markdown (spec chapter 6, "Hostile input"): it must not ping people, link
 * to other issues, end what it stands in, or look like the robot's marker.
 */
/**
 * Zero-width space. GitHub looks for mentions, references and links in the text *after* Markdown is rendered, so that
 * neither `\@name` nor `&#64;name` keeps it from notifying; nor is it certain what is left of `@<!-- -->name` once the
 * HTML is sanitised. A character between `@` and the name always does: there is no such login.
 */
const breaker = '\u200B';
/** Every ASCII punctuation character can be escaped by a backslash (CommonMark 2.4); most of it means something. */
const punctuation = /[!-/:-@[-`{-~]/g;
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** Control characters, and invisible ones: bidirectional overrides, zero-width characters, tags. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const loneSurrogate = /\p{Cs}/gu;
/** An escaped character, or one character; so that nothing is cut in half. */
const wholeCharacter = /\\[^]|[^]/gu;
const ellipsis = '…';
/**
 * The text as a Markdown block quote: what it says, and nothing of what it does. No line of the result is empty or
 * lacks the `>`, so it can stand between paragraphs and inside folded details.
 *
 * @param limit greatest length of the result in UTF-16 units, at least 3; a longer text ends in an ellipsis
 */
function quoteForMarkdown(text, limit) {
    // One unit of the text gives at least one of the result: what lies beyond the limit cannot get in.
    const trimmed = text.trim();
    const readable = trimmed.slice(0, limit + 1).replace(loneSurrogate, '\uFFFD');
    const lines = readable.split(lineEnd).map((line) => `> ${escaped(line)}`.trimEnd());
    const quote = lines.join('\n');
    return quote.length <= limit && trimmed.length <= limit ? quote : shortened(quote, limit);
}
function escaped(line) {
    // Without its indentation, which could make it code, where a backslash would be shown.
    const plain = line.replaceAll('\t', ' ').replace(invisible, '').trim();
    return unlinked(plain).replace(punctuation, '\\$&');
}
/** Breaks what GitHub turns into links of its own: mentions, references to issues and commits, addresses. */
function unlinked(text) {
    return text
        .replace(/[@#]/g, `$&${breaker}`)
        .replace(/:(?=\/)/g, `:${breaker}`)
        .replace(/www(?=\.)/gi, `$&${breaker}`)
        .replace(/gh-/gi, `$&${breaker}`)
        .replace(/[0-9A-Za-z]+/g, (word) => (/^[0-9a-f]{7,}$/i.test(word) ? word.replace(/.{6}(?=.)/g, `$&${breaker}`) : word));
}
function shortened(quote, limit) {
    let kept = '';
    for (const [character] of quote.matchAll(wholeCharacter)) {
        if (kept.length + character.length + ellipsis.length > limit)
            break;
        kept += character;
    }
    // Not "> " followed by nothing, and not a bare line end before the ellipsis.
    return kept.endsWith('\n') ? `${kept.trimEnd()}${ellipsis}` : kept + ellipsis;
}
/** Length at which names are cut, in characters; a branch name may have 250. */
const longestInlineCode = 300;
/**
 * The text as inline code, for names and words in sentences and in table cells. In code nothing is linked and nobody is
 * pinged. It stays on one line; invisible characters are shown by their number, for they are how two names look the same.
 */
function inlineCode(text) {
    const characters = Array.from(text.slice(0, 2 * longestInlineCode + 1));
    const cut = characters.length > longestInlineCode ? [...characters.slice(0, longestInlineCode), ellipsis] : characters;
    const shown = cut.join('').replace(/[\t\r\n]+/g, ' ').replace(/\p{Cs}/gu, '\uFFFD').replace(invisible, codePoint);
    if (shown.trim() === '')
        return '(empty)';
    // A table cell ends at `|` even in code, and `\|` in code outside a table shows the backslash: neither suits both.
    return shown.includes('|') ? `<code>${shown.replace(punctuation, entity)}</code>` : codeSpan(shown);
}
function codeSpan(text) {
    const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
    let length = 1;
    while (runs.has(length))
        length += 1;
    const fence = '`'.repeat(length);
    const padding = /^[ `]|[ `]$/.test(text) ? ' ' : '';
    return `${fence}${padding}${text}${padding}${fence}`;
}
function codePoint(character) {
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
function entity(character) {
    return `&#${character.charCodeAt(0)};`;
}


/***/ }),

/***/ 1251:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pi: () => (/* binding */ commands),
/* harmony export */   b6: () => (/* binding */ mostDependencies),
/* harmony export */   b7: () => (/* binding */ optionNamed),
/* harmony export */   fF: () => (/* binding */ options),
/* harmony export */   v: () => (/* binding */ commandNamed),
/* harmony export */   zZ: () => (/* binding */ nearestWord)
/* harmony export */ });
/**
 * The words the robot understands in comments (spec chapter 3): the one table from which the parser, the table in the
 * greeting, the manual and the documentation are derived. A word keeps its meaning for ever.
 */
/** How many pull requests one can be made to wait for: each is read at every look. */
const mostDependencies = 50;
/** All options, in the order of the specification. */
const options = [
    { name: 'after_pull_request', takes: 'pull-request-number', permission: 'anyone', effect: 'wait until that pull request is merged (may be given several times)' },
    { name: 'approve', takes: 'switch', permission: 'author-only', effect: 'the author approves; also asks for integration branches' },
    { name: 'bypass_author_approval', takes: 'switch', permission: 'privileged', effect: 'do without the approval of the author' },
    { name: 'bypass_build_status', takes: 'switch', permission: 'privileged', effect: 'do without successful builds' },
    { name: 'bypass_commit_size', takes: 'switch', permission: 'privileged', effect: 'allow a source branch that is far behind its destination' },
    { name: 'bypass_incompatible_branch', takes: 'switch', permission: 'privileged', effect: 'allow a source branch prefix that a target does not accept' },
    { name: 'bypass_jira_check', takes: 'switch', permission: 'privileged', effect: 'skip the checks of the issue tracker' },
    { name: 'bypass_leader_approval', takes: 'switch', permission: 'privileged', effect: 'do without the approval of project leaders' },
    { name: 'bypass_peer_approval', takes: 'switch', permission: 'privileged', effect: 'do without the approval of peers' },
    { name: 'create_integration_branches', takes: 'switch', permission: 'anyone', effect: 'create the integration branches' },
    { name: 'create_pull_requests', takes: 'switch', permission: 'anyone', effect: 'create the integration branches and a pull request for each' },
    { name: 'no_octopus', takes: 'switch', permission: 'anyone', effect: 'use consecutive two-parent merges instead of octopus merges' },
    { name: 'unanimity', takes: 'switch', permission: 'anyone', effect: 'require the approval of every participant' },
    { name: 'wait', takes: 'switch', permission: 'anyone', effect: 'do nothing until this comment is removed' },
];
/** All commands, in the order of the specification. */
const commands = [
    { name: 'help', aliases: [], permission: 'anyone', effect: 'show this manual' },
    { name: 'status', aliases: [], permission: 'anyone', effect: 'report the state of every check, the builds and the position in the queue' },
    { name: 'reset', aliases: [], permission: 'write-access', effect: 'delete the integration branches, unless work of a developer would be lost' },
    { name: 'force_reset', aliases: [], permission: 'write-access', effect: 'delete the integration branches **and the work on them**' },
    { name: 'retry', aliases: ['build'], permission: 'write-access', effect: 'run the failed workflow runs of this pull request again' },
    { name: 'clear', aliases: [], permission: 'write-access', effect: 'delete the earlier comments of the robot' },
];
// Maps, not objects: a comment may well say `constructor` or `__proto__`.
const optionsByName = new Map(options.map((option) => [option.name, option]));
const commandsByName = new Map(commands.flatMap((command) => [command.name, ...command.aliases].map((name) => [name, command])));
/** The option of that exact name; words are case-sensitive, as in the reference. */
function optionNamed(name) {
    return optionsByName.get(name);
}
/** The command of that exact name or alias. */
function commandNamed(name) {
    return commandsByName.get(name);
}
/** A word longer than this resembles nothing; it also bounds the work of the comparison. */
const longestComparedWord = 40;
/**
 * The option or command an unknown word was probably meant to be, for "did you mean": the same but for case and hyphens,
 * or at most two edits away (one for short words). Null when nothing is that near.
 */
function nearestWord(unknown) {
    if (unknown.length > longestComparedWord)
        return null;
    const written = unknown.toLowerCase().replaceAll('-', '_');
    const allowed = written.length <= 4 ? 1 : 2;
    let nearest = null;
    for (const name of [...optionsByName.keys(), ...commandsByName.keys()]) {
        const distance = editDistance(written, name);
        if (distance <= allowed && distance < (nearest?.distance ?? Infinity))
            nearest = { name, distance };
    }
    return nearest?.name ?? null;
}
/** Levenshtein's distance, row by row. */
function editDistance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let index = 0; index < from.length; index += 1) {
        const next = [index + 1];
        for (let column = 1; column <= to.length; column += 1) {
            const replaced = (row[column - 1] ?? 0) + (from[index] === to[column - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? 0;
}


/***/ }),

/***/ 8414:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   QU: () => (/* binding */ yamlWord),
/* harmony export */   oQ: () => (/* binding */ yaml)
/* harmony export */ });
/** Lines of a workflow: each one is nested in the one before. */
function yaml(...nested) {
    return { language: 'yaml', lines: nested.map((line, depth) => `${'  '.repeat(depth)}${line}`) };
}
/** A name from outside inside `[ ]` of YAML. */
function yamlWord(text) {
    return /^[\p{L}_][\p{L}\p{N} _.\/-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) && text === text.trim() ? text : JSON.stringify(text);
}
const order = ['error', 'warning', 'note'];
/** What somebody must act on first. */
function bySeverity(findings) {
    return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
const mostNames = 10;
/** `a, b, c`; of a long list the first ten. */
function listed(names) {
    const more = names.length - mostNames;
    return [...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}


/***/ }),

/***/ 4323:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hq: () => (/* binding */ findingLines),
/* harmony export */   mC: () => (/* binding */ findingLine),
/* harmony export */   mr: () => (/* binding */ doctorOutcome)
/* harmony export */ });
/* unused harmony export countFindings */
/** One finding as a line, for annotations. */
function findingLine({ severity, problem, consequence, fix, code }) {
    const words = code === undefined ? '' : ` ${code.lines.map((line) => line.trim()).join(code.language === 'sh' ? ' && ' : ' ')}`;
    return `[${severity}] ${problem} What comes of it: ${consequence} What to do: ${fix}${words}`;
}
/** One finding for the log, with what is to be copied on lines of its own. */
function findingLines({ severity, problem, consequence, fix, code }) {
    return [`[${severity}] ${problem}`, `  What comes of it: ${consequence}`, `  What to do: ${fix}`, ...(code?.lines ?? []).map((line) => `    ${line}`)];
}
/**
 * 307 if nothing has to be done, which notes do not change; else 308: somebody must act, and `fail-on: blocked` fails the
 * job.
 */
function doctorOutcome(findings) {
    const counts = countFindings(findings);
    return findings.every(({ severity }) => severity === 'note')
        ? { code: 307, command: 'doctor', detail: `nothing is in the way${counts === '' ? '' : ` (${counts})`}` }
        : { code: 308, command: 'doctor', detail: `something has to be put right: ${counts}; each is listed with its fix` };
}
/** `2 errors, 1 note`; empty if there are none. */
function countFindings(findings) {
    const count = (severity) => counted(findings.filter((finding) => finding.severity === severity).length, severity);
    return [count('error'), count('warning'), count('note')].filter((text) => text !== null).join(', ');
}
function counted(number, noun) {
    return number === 0 ? null : `${number} ${noun}${number === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 5412:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ repositoryUrl),
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   jU: () => (/* binding */ variablesForGit),
/* harmony export */   te: () => (/* binding */ EnvironmentProblem)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _builds_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6592);


/** The runner did not say what is needed to start. */
class EnvironmentProblem extends Error {
    name = 'EnvironmentProblem';
}
/**
 * @throws EnvironmentProblem if a variable is missing or the event file cannot be read: the action was not started by a
 * runner, or not as one starts it
 */
async function readEnvironment(variables) {
    const [owner, repository, ...rest] = needed(variables, 'GITHUB_REPOSITORY').split('/');
    if (owner === undefined || repository === undefined || rest.length > 0 || owner === '' || repository === '') {
        throw new EnvironmentProblem('GITHUB_REPOSITORY must hold owner/name');
    }
    const serverUrl = withoutSlash(variables.GITHUB_SERVER_URL ?? 'https://github.com');
    const runId = positiveNumber(variables.GITHUB_RUN_ID);
    const workflowRef = variables.GITHUB_WORKFLOW_REF ?? '';
    const prefix = `${owner}/${repository}/`;
    return {
        eventName: needed(variables, 'GITHUB_EVENT_NAME'),
        payload: await readPayload(needed(variables, 'GITHUB_EVENT_PATH')),
        owner,
        repository,
        serverUrl,
        apiUrl: withoutSlash(variables.GITHUB_API_URL ?? 'https://api.github.com'),
        ownWorkflowPath: workflowRef.toLowerCase().startsWith(prefix.toLowerCase()) ? (0,_builds_workflow_run_js__WEBPACK_IMPORTED_MODULE_1__/* .workflowPathWithoutRef */ .KX)(workflowRef.slice(prefix.length)) : null,
        runId,
        runNumber: positiveNumber(variables.GITHUB_RUN_NUMBER),
        runUrl: runId === null ? null : `${serverUrl}/${owner}/${repository}/actions/runs/${String(runId)}`,
        temporaryDirectory: needed(variables, 'RUNNER_TEMP'),
    };
}
function needed(variables, name) {
    const value = variables[name];
    if (value === undefined || value === '') {
        throw new EnvironmentProblem(`${name} is not set: start the action in a GitHub workflow, or in the sandbox (npm run sandbox)`);
    }
    return value;
}
function positiveNumber(text) {
    const number = /^[0-9]{1,15}$/.test(text ?? '') ? Number(text) : 0;
    return number > 0 ? number : null;
}
async function readPayload(path) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    }
    catch (cause) {
        throw new EnvironmentProblem('The file named by GITHUB_EVENT_PATH cannot be read as JSON', { cause });
    }
}
/**
 * The runner's variables as git is to see them. The documentation of runners names `http_proxy` and its upper-case form, and
 * requests to the API follow both; git follows the latter for no address with http, on purpose: where programs are started
 * by a web server, a header of the request could set it. A runner is none.
 */
function variablesForGit(variables) {
    const { http_proxy: lower = '', HTTP_PROXY: upper } = variables;
    return lower === '' ? { ...variables, http_proxy: upper } : variables;
}
function withoutSlash(url) {
    return url.replace(/\/+$/, '');
}
/** `https://github.com/org/repo`. */
function repositoryUrl({ serverUrl, owner, repository }) {
    return `${serverUrl}/${owner}/${repository}`;
}


/***/ }),

/***/ 3958:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ outcomeOfFailure),
/* harmony export */   x: () => (/* binding */ expectedFailure)
/* harmony export */ });
/* harmony import */ var _ports_github_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7533);
/* harmony import */ var _ports_git_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4220);
/* harmony import */ var _ports_issue_tracker_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8030);



/**
 * Failures of the world that are outcomes; null for mistakes of the program. An outage is no verdict: nothing more is
 * done, and the status is left as it is (spec 6, rule 8).
 */
function expectedFailure(error) {
    if (error instanceof _ports_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubRefusal */ .k) {
        return { code: 221, operation: error.operation, cause: 'not-permitted', detail: error.detail, branches: [] };
    }
    if (error instanceof _ports_git_js__WEBPACK_IMPORTED_MODULE_1__/* .GitOutage */ .Cq) {
        return { code: 133, service: 'git', detail: `${error.operation}: ${error.detail}` };
    }
    if (error instanceof _ports_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubOutage */ .p) {
        return { code: 133, service: 'GitHub', detail: `${error.operation}: ${error.detail}` };
    }
    if (error instanceof _ports_issue_tracker_js__WEBPACK_IMPORTED_MODULE_2__/* .IssueTrackerOutage */ .b) {
        return { code: 133, service: 'Jira', detail: error.detail };
    }
    return null;
}
/** The outcome that a failure of the world comes to. @throws the error itself, if it is a mistake of the program */
function outcomeOfFailure(error) {
    const outcome = expectedFailure(error);
    if (outcome === null) {
        throw error;
    }
    return outcome;
}


/***/ }),

/***/ 3287:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ onlyOutcome)
/* harmony export */ });
function onlyOutcome(outcome) {
    return { outcome, subject: null, handled: [], queue: null, notes: [] };
}


/***/ }),

/***/ 5047:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ safeLine)
/* harmony export */ });
/**
 * The runner obeys `::command::` at the start of a line and `##[command]` anywhere in it, in anything that is printed. All
 * text of this action passes through here, so that nothing from outside can be read as a command (spec 6).
 */
function safeLine(text) {
    return text
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
        .replaceAll('##[', '#\u200B#[')
        .replace(/^\s*::/, '\u200B::');
}


/***/ }),

/***/ 6996:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ worstOutcome),
/* harmony export */   V: () => (/* binding */ failsJob)
/* harmony export */ });
/* harmony import */ var _pull_request_telling_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8973);

/** What happened says more than what did not. */
const worstFirst = ['failure', 'pending', 'success', 'neutral'];
/** Of several outcomes the one the run reports: the first of those in the worst state. */
function worstOutcome(outcomes) {
    for (const state of worstFirst) {
        const found = outcomes.find((outcome) => (0,_pull_request_telling_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeState */ .u8)(outcome) === state);
        if (found !== undefined) {
            return found;
        }
    }
    return null;
}
/** Whether the job fails (input `fail-on`). */
function failsJob(outcome, failOn) {
    const state = (0,_pull_request_telling_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeState */ .u8)(outcome);
    switch (failOn) {
        case 'never':
            return false;
        case 'blocked':
            return state === 'failure';
        case 'pending':
            return state === 'failure' || state === 'pending' || isUnfinished(outcome);
    }
}
/** Nothing was left to do for this run, but the pull request is not done: a job that is a required check must not be green. */
function isUnfinished(outcome) {
    const unfinished = ['wait', 'already-contained', 'changed-meanwhile', 'queue-waits', 'queued', 'ejected'];
    return outcome.code === 302 && unfinished.includes(outcome.reason.kind);
}


/***/ }),

/***/ 5571:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ isPullRequestSource),
/* harmony export */   TO: () => (/* binding */ isHandledDestination),
/* harmony export */   Wp: () => (/* binding */ integrationBranchName),
/* harmony export */   Yl: () => (/* binding */ hotfixBranchName),
/* harmony export */   h3: () => (/* binding */ queueBranchName),
/* harmony export */   pD: () => (/* binding */ parseBranchName),
/* harmony export */   pk: () => (/* binding */ developmentBranchName),
/* harmony export */   qy: () => (/* binding */ sourcePrefixes),
/* harmony export */   rh: () => (/* binding */ isPullRequestDestination)
/* harmony export */ });
/* unused harmony export queueIntegrationBranchName */
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6307);

/** The prefixes that make a branch the source of a pull request (spec 1, branch grammar). */
const sourcePrefixes = [
    'improvement',
    'bugfix',
    'feature',
    'project',
    'documentation',
    'design',
    'dependabot',
    'epic',
    'bug',
];
/**
 * Takes a branch name apart; `null` if it is not of GitWaterFlow (outcome 207). `name` is without `refs/heads/`.
 *
 * Each name has at most one reading, and `parseBranchName(name)?.name` is `name`. Time is linear in its length.
 */
function parseBranchName(name) {
    if (forbiddenCharacter.test(name)) {
        return null;
    }
    const [family, rest] = splitAtSlash(name);
    if (rest === '') {
        return null;
    }
    switch (family) {
        case 'hotfix':
            return parseHotfix(name, rest);
        case 'release':
            return parseRelease(name, rest);
        case 'user':
            return { kind: 'user', name };
        case 'w':
            return parseIntegration(name, rest);
        case 'q':
            return rest.startsWith('w/') ? parseQueueIntegration(name, rest.slice(2)) : parseQueue(name, rest);
        default:
            return parseSource(name);
    }
}
function isPullRequestSource(branch) {
    return branch.kind === 'source' || branch.kind === 'development';
}
function isPullRequestDestination(branch) {
    return branch.kind === 'development' || branch.kind === 'hotfix';
}
function developmentBranchName(version) {
    return `development/${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)}`;
}
function hotfixBranchName(version) {
    return `hotfix/${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)}`;
}
/** `w/<version>/<source branch>`. */
function integrationBranchName(version, source) {
    return `w/${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)}/${source.name}`;
}
/** `q/<version>`; the version of a hotfix is the one with four parts. */
function queueBranchName(version) {
    return `q/${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)}`;
}
/** `q/w/<pull request number>/<version>/<source branch>`; the version of a hotfix is the one with four parts. */
function queueIntegrationBranchName(pullRequest, version, source) {
    return `q/w/${pullRequest}/${formatVersion(version)}/${source.name}`;
}
/**
 * Control characters, CR and LF among them, and halves of surrogate pairs: no file system or git writes those back as
 * they were, so they would name another branch. The separators U+2028 and U+2029 are ordinary text to git and to the
 * reference, and allowed.
 */
const forbiddenCharacter = /[\p{Cc}\p{Cs}]/u;
/** The class before the dash holds no dash, so there is one way to match and no backtracking. */
const issueAtStart = /^(?<key>(?<project>[A-Za-z0-9_]+)-[0-9]+)/;
function parseSource(name) {
    const [family, label] = splitAtSlash(name);
    if (family === 'development') {
        const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(label);
        return version === null || version.length === 4 ? null : { kind: 'development', name, version };
    }
    const prefix = sourcePrefixes.find((known) => known === family);
    return prefix === undefined || label === '' ? null : { kind: 'source', name, prefix, label, issue: issueOf(label) };
}
function issueOf(label) {
    const groups = issueAtStart.exec(label)?.groups;
    if (groups?.key === undefined || groups.project === undefined) {
        return null;
    }
    return { key: groups.key.toUpperCase(), project: groups.project.toUpperCase() };
}
function parseHotfix(name, rest) {
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(rest);
    return version?.length === 3 ? { kind: 'hotfix', name, version } : { kind: 'legacy-hotfix', name };
}
function parseRelease(name, rest) {
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(rest);
    return version?.length === 2 ? { kind: 'release', name, version } : null;
}
function parseIntegration(name, rest) {
    const [versionText, sourceName] = splitAtSlash(rest);
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(versionText);
    const source = parseSource(sourceName);
    return version === null || source === null ? null : { kind: 'integration', name, version, source };
}
function parseQueue(name, rest) {
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(rest);
    return version === null ? null : { kind: 'queue', name, version };
}
function parseQueueIntegration(name, rest) {
    const [numberText, integration] = splitAtSlash(rest);
    const [versionText, sourceName] = splitAtSlash(integration);
    const pullRequest = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseNumber */ .$J)(numberText);
    const version = (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(versionText);
    const source = parseSource(sourceName);
    if (pullRequest === null || version === null || source === null) {
        return null;
    }
    return { kind: 'queue-integration', name, pullRequest, version, source };
}
/** What stands before and after the first slash; without one, nothing stands after it. */
function splitAtSlash(text) {
    const slash = text.indexOf('/');
    return slash === -1 ? [text, ''] : [text.slice(0, slash), text.slice(slash + 1)];
}
/** Whether pull requests towards a branch of this name are handled. */
function isHandledDestination(branch) {
    const parsed = parseBranchName(branch);
    return parsed !== null && isPullRequestDestination(parsed);
}


/***/ }),

/***/ 6307:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ parseNumber),
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
/**
 * Reads one to four numbers joined by dots; `null` for anything else, surrounding blanks included.
 *
 * Numbers are canonical (see `parseNumber`), so two different texts are never the same version and
 * `formatVersion(parseVersion(text))` is `text`.
 */
function parseVersion(text) {
    // Five pieces are one too many already: a hostile name with a million dots is not split any further.
    const parts = text.split('.', 5).map(parseNumber);
    return isVersion(parts) ? parts : null;
}
function formatVersion(version) {
    return version.join('.');
}
/**
 * The order of the cascade, total over all versions: negative if `left` comes first, 0 only for equal versions.
 * A missing part comes after every number, as the branch that carries on when the longer ones have been released:
 * `4.3.17.1 < 4.3.17 < 4.3 < 4.4.2 < 4.4 < 4 < 5.1`.
 */
function compareVersions(left, right) {
    for (const position of [0, 1, 2, 3]) {
        const leftPart = left[position] ?? Infinity;
        const rightPart = right[position] ?? Infinity;
        if (leftPart !== rightPart) {
            return leftPart < rightPart ? -1 : 1;
        }
    }
    return 0;
}
/**
 * The version a tag stands for: `X.Y.Z`, `X.Y.Z.N`, each also with a leading `v`. All other tags are ignored: `null`.
 *
 * Two things the specification leaves open are as in the reference. `vX.Y.Z.N` counts, because a repository that
 * writes `v` before its releases writes it before the revisions of its hotfixes too. Leading zeros are tolerated,
 * unlike in branch names: what `10.00.07` has delivered must not be delivered again as 10.0.7.
 */
function parseTag(tag) {
    const numbers = /^v?(?<numbers>[0-9]+(?:\.[0-9]+){2,3})$/.exec(tag)?.groups?.numbers;
    const parts = numbers?.split('.').map(safeInteger) ?? [];
    return isVersion(parts) && (parts.length === 3 || parts.length === 4) ? parts : null;
}
/**
 * ASCII digits without leading zeros, else `null`.
 *
 * A number too large to be exact is `null` as well: rounding would make two branches one. Such a name is therefore
 * unrecognised, which leaves it alone; no real version comes near 9,007,199,254,740,991.
 */
function parseNumber(text) {
    return /^(?:0|[1-9][0-9]*)$/.test(text) ? safeInteger(text) : null;
}
function safeInteger(digits) {
    const number = Number(digits);
    return Number.isSafeInteger(number) ? number : null;
}
function isVersion(parts) {
    return parts.length >= 1 && parts.length <= 4 && !parts.includes(null);
}


/***/ }),

/***/ 1730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4952);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4830);
/* harmony import */ var _edge_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5412);
/* harmony import */ var _edge_log_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5047);
/* harmony import */ var _edge_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6996);
/* harmony import */ var _report_log_groups_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(45);
/* harmony import */ var _report_present_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7421);
/* harmony import */ var _report_present_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1409);
/* harmony import */ var _outcomes_reason_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1725);









const annotate = { error: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm };
/** The one place where the action meets the runner, and the one try/catch around everything. */
async function main() {
    const token = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('token');
    if (token !== '') {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(token);
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(Buffer.from(`x-access-token:${token}`).toString('base64'));
    }
    const jiraToken = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('jira-token');
    if (jiraToken !== '') {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(jiraToken);
    }
    try {
        const { report, failOn } = await (0,_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)({
            getInput: (name) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name),
            variables: process.env,
            log: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(line),
            mask: (secret) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(secret),
            now: Date.now,
        });
        for (const [name, value] of Object.entries((0,_report_present_js__WEBPACK_IMPORTED_MODULE_5__/* .outputs */ .V4)(report))) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
        }
        for (const { level, title, message } of (0,_report_present_js__WEBPACK_IMPORTED_MODULE_5__/* .annotations */ .hk)(report)) {
            annotate[level]((0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(message), { title: (0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(title) });
        }
        for (const { title, lines } of (0,_report_log_groups_js__WEBPACK_IMPORTED_MODULE_4__/* .logGroups */ .D)(report)) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh((0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(title));
            for (const line of lines) {
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(line));
            }
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4();
        }
        for (const line of (0,_report_present_js__WEBPACK_IMPORTED_MODULE_5__/* .logLines */ .OG)(report)) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(line));
        }
        try {
            await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw((0,_report_present_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .presentSummary */ .U)(report)).write();
        }
        catch (error) {
            // What was decided and done stands, and the outputs tell it.
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e((0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(`The summary of the job could not be written (GITHUB_STEP_SUMMARY): ${error instanceof Error ? error.message : String(error)}`));
        }
        const { requests, gitProcesses, milliseconds } = report.figures;
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(`Outcome ${String(report.outcome.code)}: ${(0,_outcomes_reason_js__WEBPACK_IMPORTED_MODULE_7__/* .reasonOf */ .A)(report.outcome)}`));
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`${String(requests)} API requests, ${String(gitProcesses)} git processes, ${String(milliseconds)} ms`);
        process.exitCode = (0,_edge_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .failsJob */ .V)(report.outcome, failOn) ? 1 : 0;
    }
    catch (error) {
        const never = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('fail-on').trim() === 'never';
        const message = error instanceof _edge_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvironmentProblem */ .te ? error.message : `The action failed by its own mistake; please report it: ${String(error)}`;
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(message));
        if (error instanceof Error && error.stack !== undefined) {
            for (const line of error.stack.split('\n')) {
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz((0,_edge_log_js__WEBPACK_IMPORTED_MODULE_8__/* .safeLine */ .o)(line));
            }
        }
        process.exitCode = never ? 0 : 1;
    }
}
await main();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5264:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ writeAdmission),
/* harmony export */   _: () => (/* binding */ readAdmission)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7934);
/* harmony import */ var _conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1251);


/** A marker is part of a comment, whose text comes first. Beyond this the record shows what stands at the merge. */
const longestText = 8_000;
const writtenAdmission = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    approvals: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictTuple */ .CxQ([valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())])),
    options: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictTuple */ .CxQ([valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(_conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .options */ .fF.map(({ name }) => name)), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()), valibot__WEBPACK_IMPORTED_MODULE_1__/* .picklist */ .KIO(['comment', 'settings', 'input']), valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()])),
});
/** As the marker of message 125 keeps it. Null: too long for that. */
function writeAdmission({ approvals, options: inForce }) {
    const written = {
        approvals: approvals.map(({ login, reviewId, commit, submittedAt }) => [login, reviewId, commit, submittedAt]),
        options: inForce.map(({ option, pullRequest, setBy }) => [option, pullRequest, setBy.kind, setBy.kind === 'comment' ? setBy.author : null, setBy.kind === 'comment' ? setBy.commentId : 0]),
    };
    const text = JSON.stringify(written);
    return text.length > longestText ? null : text;
}
/**
 * What {@link writeAdmission} has written; null if it is anything else.
 *
 * @param head the commit of the source branch that was queued
 */
function readAdmission(text, head) {
    const read = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qFJ(), writtenAdmission), text);
    if (!read.success) {
        return null;
    }
    return {
        approvals: read.output.approvals.map(([login, reviewId, commit, submittedAt]) => ({ login, reviewId, commit, submittedAt, onHead: commit === head })),
        options: read.output.options.map(([option, pullRequest, kind, author, commentId]) => ({
            option,
            pullRequest,
            setBy: kind === 'comment' ? { kind, author, commentId } : { kind },
        })),
    };
}


/***/ }),

/***/ 8507:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ codes),
/* harmony export */   lA: () => (/* binding */ describeCode)
/* harmony export */ });
/* unused harmony export allCodes */
function describe(name, state, comment, title, cause, remedy) {
    return { name, state, comment, title, cause, remedy };
}
const nothingToDo = 'Nothing.';
const codes = {
    100: describe('greeting', 'neutral', 'once', 'Hello', 'The robot sees this pull request for the first time.', nothingToDo),
    101: describe('help', 'neutral', 'always', 'Manual', 'Somebody gave the command `help`.', nothingToDo),
    102: describe('merged', 'success', 'unless-last', 'Merged', 'Every check held; one atomic push moved every target branch.', nothingToDo),
    104: describe('status-report', 'neutral', 'always', 'Status', 'Somebody gave the command `status`.', nothingToDo),
    106: describe('incompatible-branch-prefix', 'failure', 'unless-last', 'Branch prefix not accepted', '`allowed_prefixes` does not accept the prefix of the source branch on one of its targets.', 'Rename the source branch, choose another destination, or have an admin set `bypass_incompatible_branch`.'),
    107: describe('missing-issue-key', 'failure', 'unless-last', 'Issue key missing', 'The label of the source branch does not begin with an issue key.', 'Rename the source branch to `<prefix>/<KEY-123>-<label>`.'),
    108: describe('issue-not-found', 'failure', 'unless-last', 'Issue not found', 'The issue tracker does not know the key in the branch name.', 'Correct the key in the name of the source branch.'),
    109: describe('issue-type-not-supported', 'failure', 'unless-last', 'Issue type not supported', 'The type of the issue is not listed under `prefixes`.', 'Use an issue of a listed type; merge a sub-task into the branch of its parent.'),
    110: describe('wrong-issue-project', 'failure', 'unless-last', 'Issue belongs to another project', 'The project of the issue is not in `jira_keys`.', 'Use an issue of one of the projects of this repository.'),
    111: describe('prefix-does-not-match-issue-type', 'failure', 'unless-last', 'Prefix does not match the issue', 'With `check_prefix_matches_type`, the prefix of the source branch is not the one of the issue’s type.', 'Rename the source branch or correct the type of the issue.'),
    112: describe('wrong-fix-version', 'failure', 'unless-last', 'Fix versions do not match', 'The fix versions of the issue are not the versions this pull request lands on.', 'Correct the fix versions of the issue, or the destination of the pull request.'),
    113: describe('history-mismatch', 'failure', 'unless-last', 'History mismatch', 'An integration branch holds commits that the source branch no longer has, usually after a rebase.', 'Comment `reset`.'),
    114: describe('conflict', 'failure', 'unless-last', 'Conflict', 'Two branches change the same lines.', 'Resolve the conflict on the branch the message names, and push.'),
    115: describe('approval-needed', 'pending', 'unless-last', 'Waiting for approval', 'The approvals asked for by the settings are not all given, or a change request stands.', 'Review the pull request.'),
    118: describe('build-failed', 'failure', 'unless-last', 'Build failed', 'CI failed on the source branch or on an integration branch.', 'Push a fix, or comment `retry`.'),
    120: describe('waiting-for-pull-request', 'pending', 'unless-last', 'Waiting for another pull request', 'The option `after_pull_request` names a pull request that is not merged.', 'Merge that pull request first, or remove the option.'),
    121: describe('integration-branches-created', 'neutral', 'once-per-content', 'Integration branches', 'The robot created integration branches.', nothingToDo),
    122: describe('unknown-command', 'failure', 'unless-last', 'Unknown command', 'A comment addressed to the robot holds a word it does not know.', 'Correct or delete the comment.'),
    123: describe('not-authorised', 'failure', 'unless-last', 'Not authorised', 'Somebody who is not in `admins` used a privileged option or command.', 'Ask an admin.'),
    124: describe('queue-conflict', 'failure', 'unless-last', 'Conflict with the queue', 'The pull request conflicts with one that is queued before it.', 'Wait until the queue has merged, then update the source branch.'),
    125: describe('queued', 'pending', 'unless-last', 'Queued', 'Every check held; the pull request waits for the CI of the queue.', nothingToDo),
    126: describe('merged-in-part', 'success', 'always', 'Merged, but not all of it', 'Commits were pushed after the pull request was queued.', 'The remaining commits start a new cycle.'),
    127: describe('queue-out-of-order', 'failure', 'unless-last', 'The queue is out of order', 'The queue branches are not coherent.', 'Start the command `rebuild-queues`.'),
    128: describe('reset-done', 'neutral', 'unless-last', 'Reset done', 'Somebody gave the command `reset` or `force_reset`.', nothingToDo),
    129: describe('reset-would-lose-work', 'failure', 'unless-last', 'Reset refused', 'An integration branch holds commits that exist nowhere else.', 'Save them, or comment `force_reset`.'),
    130: describe('wrong-option-syntax', 'failure', 'unless-last', 'Option not understood', 'An option was given a value it does not take.', 'Correct or delete the comment.'),
    131: describe('wrong-pull-request-number', 'failure', 'unless-last', 'No such pull request', '`after_pull_request` names no pull request of this repository, or too many are named.', 'Correct or delete the comment.'),
    132: describe('diverged', 'failure', 'unless-last', 'Branches have diverged', 'The destination is more than `max_commit_diff` commits ahead of the source branch.', 'Merge or rebase the destination into the source branch.'),
    133: describe('service-down', 'pending', 'never', 'A service does not answer', 'GitHub, git or the issue tracker failed or answered nonsense: no verdict is possible.', 'The next event, or the sweep, tries again.'),
    134: describe('not-the-author', 'failure', 'unless-last', 'Only the author may do that', 'Somebody else than the author used an option of the author.', 'Ask the author.'),
    135: describe('ask-for-integration-branches', 'pending', 'unless-last', 'Integration branches must be asked for', 'The settings create integration branches only on demand.', 'Approve as the author, or comment `create_integration_branches`.'),
    136: describe('queue-build-failed-notice', 'failure', 'unless-last', 'Build failed in the queue', 'CI failed on a queue branch of this pull request.', 'Restart the CI, or push a fix and queue again.'),
    137: describe('builds-restarted', 'neutral', 'unless-last', 'Builds restarted', 'Somebody gave the command `retry`.', nothingToDo),
    138: describe('comments-cleared', 'neutral', 'unless-last', 'Comments cleared', 'Somebody gave the command `clear`.', nothingToDo),
    139: describe('ejected-from-queue', 'failure', 'unless-last', 'Taken out of the queue', 'CI failed on this pull request’s queue branch while everything before it is green.', 'Push a fix; the pull request queues again by itself.'),
    204: describe('version-released', 'failure', 'never', 'Version already released', 'A tag exists for the version of a three-part development branch.', 'Delete that branch; use a hotfix branch.'),
    207: describe('unrecognised-branch', 'neutral', 'never', 'Not a GitWaterFlow branch', 'The name of the source or of the destination is not in the branch grammar.', nothingToDo),
    210: describe('not-self-contained', 'failure', 'never', 'Version branches are not self-contained', 'A development branch does not include the one before it.', 'Merge the older development branch into the newer one.'),
    213: describe('integration-branch-moved', 'failure', 'never', 'Integration branch moved meanwhile', 'The head of an integration pull request is a commit the robot has not seen.', 'Nothing: the next event looks again.'),
    214: describe('queue-incoherent', 'failure', 'never', 'Queue incoherent', 'The queue branches contradict each other.', 'Start the command `rebuild-queues`.'),
    219: describe('settings-unreadable', 'failure', 'never', 'Settings cannot be read', 'The settings file is missing, is not YAML, or names something unknown.', 'Correct the settings on the default branch.'),
    220: describe('settings-malformed', 'failure', 'never', 'Settings malformed', 'A setting has a value of the wrong type or outside its range.', 'Correct the settings on the default branch.'),
    221: describe('not-permitted', 'failure', 'unless-last', 'GitHub refused', 'The token may not do what has to be done: a branch is protected against the robot, or a permission is missing.', 'Give the token the permission, or the robot a bypass of the rule, that the message names.'),
    222: describe('destination-missing', 'failure', 'unless-last', 'Destination does not exist', 'The destination branch of the pull request is gone.', 'Change the base of the pull request.'),
    223: describe('pending-hotfix-reminder', 'neutral', 'once', 'Pending hotfixes', 'A hotfix of an expected version exists and is left untouched.', 'Open a separate pull request towards the hotfix branch.'),
    301: describe('not-handled', 'neutral', 'never', 'Not handled here', 'The branches are recognised, but the robot does not merge such a pair.', nothingToDo),
    302: describe('nothing-to-do', 'neutral', 'never', 'Nothing to do', 'Nothing remains to be done for this event.', nothingToDo),
    303: describe('build-in-progress', 'pending', 'never', 'Build in progress', 'CI is still running on the source branch or on an integration branch.', nothingToDo),
    304: describe('build-not-started', 'pending', 'never', 'Build not started', 'No CI run counts for the source branch or for an integration branch.', 'If no CI starts, check that the CI workflows listen to this branch.'),
    305: describe('cleaned-up', 'neutral', 'never', 'Closed and cleaned up', 'The pull request was closed; its integration branches were removed.', nothingToDo),
    306: describe('queue-merged', 'success', 'never', 'Queue merged', 'The queue merged at least one pull request.', nothingToDo),
    307: describe('administration-done', 'success', 'never', 'Done', 'An administrative command was carried out.', nothingToDo),
    308: describe('administration-refused', 'failure', 'never', 'Refused', 'An administrative command cannot be carried out.', 'See the reason in the summary.'),
    309: describe('queue-build-failed', 'failure', 'never', 'Queue build failed', 'CI failed on a queue branch and nothing can merge.', 'Restart the CI, or take the pull request out of the queue.'),
};
/** All codes, ascending. */
const allCodes = Object.keys(codes).map(Number);
function describeCode(code) {
    return codes[code];
}


/***/ }),

/***/ 9190:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ buildIcon),
/* harmony export */   Pm: () => (/* binding */ accountText),
/* harmony export */   Uf: () => (/* binding */ accountSummary),
/* harmony export */   rS: () => (/* binding */ evidenceText),
/* harmony export */   sR: () => (/* binding */ branchAccount)
/* harmony export */ });
/* harmony import */ var _builds_build_key_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1811);
/* harmony import */ var _builds_workflow_run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6592);
/* harmony import */ var _conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6431);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2243);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(377);





function buildIcon(state) {
    switch (state) {
        case 'successful':
            return '✅';
        case 'failed':
            return '❌';
        case 'in-progress':
            return '⏳';
        case 'not-started':
            return '⚪';
    }
}
/** One run, status or check: linked, with its result. */
function evidenceText(evidence) {
    switch (evidence.kind) {
        case 'workflow-run': {
            const name = (0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .webLink */ .Dl)((0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(evidence.name ?? (0,_builds_workflow_run_js__WEBPACK_IMPORTED_MODULE_2__/* .workflowFileName */ .Jo)(evidence.workflow)), evidence.link);
            const attempt = evidence.attempt > 1 ? `, attempt ${evidence.attempt}` : '';
            return evidence.result === 'action_required'
                ? `${name} **waits for approval**: a person must open it and click “Approve and run”`
                : `${name}: ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(evidence.result)} (${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(evidence.workflow)}${attempt})`;
        }
        case 'commit-status':
            return `commit status ${(0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .webLink */ .Dl)((0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(evidence.context), evidence.link)}: ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(evidence.result)}`;
        case 'check-run':
            return `check run ${(0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .webLink */ .Dl)((0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(evidence.name), evidence.link)}${evidence.appSlug === null ? '' : ` of ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(evidence.appSlug)}`}: ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(evidence.result)}`;
    }
}
/** A whole branch: what each build key says, and every run with whether it counts. */
function branchAccount(context, branch, mostRuns) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraphs */ .qN)(`${buildIcon(branch.state)} ${(0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .branchLink */ .li)(context, branch.branch)} at ${(0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .commitLink */ .wn)(context, branch.commit)}: **${branch.state}**`, ...branch.keys.map((verdict) => keyAccount(verdict, mostRuns)));
}
function keyAccount(verdict, mostRuns) {
    return verdict.saysWhichBranch
        ? runsAccount(verdict.runs.account, verdict.runs.missingWorkflows, verdict.runs.cause === 'all-skipped', mostRuns)
        : commitAccount(verdict);
}
function commitAccount(verdict) {
    const key = (0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)((0,_builds_build_key_js__WEBPACK_IMPORTED_MODULE_4__/* .buildKeyText */ .LL)(verdict.key));
    switch (verdict.cause) {
        case 'absent':
            return `${buildIcon(verdict.state)} ${key}: not reported on this commit yet.`;
        case 'all-skipped':
            return `${buildIcon(verdict.state)} ${key}: skipped, which is no build.`;
        case 'reported':
            return `${buildIcon(verdict.state)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .enumerated */ .BD)(verdict.evidence.map(evidenceText))}. It belongs to the commit and cannot say which branch was built.`;
    }
}
function runsAccount(account, missing, allSkipped, mostRuns) {
    const ordered = [...account].sort((left, right) => importance(left) - importance(right));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraphs */ .qN)(account.length === 0 ? 'There is no workflow run for this commit yet. No run is never green.' : runTable(ordered, mostRuns), missing.length === 0 ? null : `⚠️ Required, and without a run that counts: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .enumerated */ .BD)(missing.map(_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t))}.`, allSkipped ? '⚠️ Every run that counts was skipped: nothing was built.' : null);
}
/** What made the verdict first, what has nothing to do with it last. */
function importance(account) {
    if (account.counted) {
        return account.kept ? 0 : 1;
    }
    return account.reason.kind === 'other-commit' ? 3 : 2;
}
function runTable(ordered, mostRuns) {
    const rows = ordered.map((account) => {
        const { run } = account;
        return [(0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .webLink */ .Dl)((0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(run.name ?? (0,_builds_workflow_run_js__WEBPACK_IMPORTED_MODULE_2__/* .workflowFileName */ .Jo)(run.workflowPath)), run.htmlUrl), String(run.runAttempt), (0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(run.event), resultOf(run), accountText(account)];
    });
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Run', 'Attempt:', 'Event', 'Result', 'Counts?'], rows, mostRuns);
}
function resultOf(run) {
    const text = (0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(run.conclusion ?? run.status ?? 'unknown');
    if ((0,_builds_workflow_run_js__WEBPACK_IMPORTED_MODULE_2__/* .isRunning */ .W_)(run)) {
        return `⏳ ${text}`;
    }
    switch (run.conclusion) {
        case 'success':
            return `✅ ${text}`;
        case 'skipped':
        case 'neutral':
            return `➖ ${text}`;
        case 'action_required':
            return `✋ ${text}: a person must click “Approve and run”`;
        default:
            return `❌ ${text}`;
    }
}
/** Whether a run counts, and why not, in words for somebody who wonders. */
function accountText(account) {
    if (!account.counted) {
        return `no: ${ignoredText(account.reason)}`;
    }
    return account.kept ? '**yes**' : `no: another run of this workflow on this branch speaks for it (${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(String(account.keptRunId))})`;
}
function ignoredText(reason) {
    switch (reason.kind) {
        case 'other-commit':
            return `ran on commit ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(reason.commit.slice(0, 7))}, not on this one`;
        case 'other-branch':
            return reason.branch === null ? 'GitHub does not say on which branch it ran' : `belongs to branch ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(reason.branch)}, not to this one`;
        case 'other-repository':
            return reason.repositoryId === null ? 'the repository it came from is gone' : 'comes from another repository (a fork)';
        case 'dispatched-by-hand':
            return 'started by hand (`workflow_dispatch`), and the setting `dispatch` does not name its workflow';
        case 'own-workflow':
            return 'the robot’s own workflow';
        case 'outdated-reading':
            return `an older reading of a run that is listed again (attempt ${reason.attempt})`;
    }
}
/** `3 runs counted, 2 ignored`. */
function accountSummary(branch) {
    const accounts = branch.keys.flatMap((verdict) => (verdict.saysWhichBranch ? verdict.runs.account : []));
    const kept = accounts.filter((account) => account.counted).length;
    return `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(kept, 'run')} counted, ${accounts.length - kept} ignored`;
}


/***/ }),

/***/ 415:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ignoredBranches),
/* harmony export */   n: () => (/* binding */ drawCascade)
/* harmony export */ });
/* harmony import */ var _conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6431);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(377);


/** Names longer than this make the picture unreadable. */
const longestName = 60;
/** Mermaid refuses more than 500 edges and 50,000 characters; nobody reads a tenth of that. */
const mostSteps = 40;
/** The cascade as a Mermaid git graph in a code block, with a line about what is not in it. */
function drawCascade(picture) {
    const steps = picture.steps.slice(0, mostSteps);
    const [first, ...later] = steps;
    if (first === undefined) {
        return '';
    }
    const names = uniqueNames([picture.source, ...steps.flatMap(({ destination, integrationBranch }) => [destination, ...(integrationBranch === null ? [] : [integrationBranch])])]);
    const nameOf = (branch) => names.get(branch) ?? branch;
    const source = nameOf(picture.source);
    const lines = [
        `%%{init: {'gitGraph': {'mainBranchName': '${nameOf(first.destination)}', 'showCommitLabel': false}}}%%`,
        'gitGraph',
        'commit',
        ...later.flatMap((step) => [`branch "${nameOf(step.destination)}"`, 'commit']),
        `checkout "${nameOf(first.destination)}"`,
        `branch "${source}"`,
        'commit',
        ...drawFirst(first),
        ...drawLater(later, source, nameOf),
        ...(picture.landed ? drawLanding(steps, source, nameOf) : []),
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fenced */ .OF)('mermaid', lines);
}
/** The branches on which the pull request does not land, as a sentence; empty if there are none. */
function ignoredBranches(ignored) {
    return ignored.length === 0 ? '' : `Not touched: ${ignored.slice(0, 50).map(_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t).join(', ')}${ignored.length > 50 ? ' …' : ''}.`;
}
/** The first target is merged on the source branch, if it conflicts. */
function drawFirst(first) {
    return first.state === 'conflict' ? ['commit tag: "conflict" type: REVERSE'] : [];
}
/** Up to the first obstacle: what lies behind it was not tried. */
function drawLater(later, source, nameOf) {
    const lines = [];
    let previous = source;
    for (const step of later) {
        if (step.state === 'not-tried' || step.integrationBranch === null) {
            break;
        }
        const branch = nameOf(step.integrationBranch);
        lines.push(`checkout "${nameOf(step.destination)}"`, `branch "${branch}"`);
        lines.push(`merge "${previous}"${stateTag(step.state)}`);
        if (step.state === 'conflict' || step.state === 'history-mismatch') {
            break;
        }
        previous = branch;
    }
    return lines;
}
function stateTag(state) {
    switch (state) {
        case 'conflict':
            return ' tag: "conflict" type: REVERSE';
        case 'history-mismatch':
            return ' tag: "history mismatch" type: REVERSE';
        case 'created':
        case 'updated':
            return ` tag: "${state}"`;
        case 'unchanged':
        case 'not-tried':
            return '';
    }
}
function drawLanding(steps, source, nameOf) {
    return steps.flatMap(({ destination, integrationBranch }) => [
        `checkout "${nameOf(destination)}"`,
        `merge "${integrationBranch === null ? source : nameOf(integrationBranch)}" tag: "landed" type: HIGHLIGHT`,
    ]);
}
/** Names that Mermaid takes in quotes and in its configuration, shortened, no two of them equal. */
function uniqueNames(branches) {
    const names = new Map();
    const taken = new Set();
    for (const branch of branches) {
        if (names.has(branch)) {
            continue;
        }
        const plain = branch.replaceAll(/[^\p{L}\p{N}._/-]/gu, '_');
        const characters = Array.from(plain);
        const short = characters.length > longestName ? [...characters.slice(0, 40), '…', ...characters.slice(-19)].join('') : plain;
        let name = short;
        for (let copy = 2; taken.has(name); copy += 1) {
            name = `${short}_${copy}`;
        }
        taken.add(name);
        names.set(branch, name);
    }
    return names;
}


/***/ }),

/***/ 3969:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ spoken)
/* harmony export */ });
/** A word addressed to the robot, as it would be written in a comment. */
function spoken(context, word) {
    const { commandPrefix } = context;
    return `${commandPrefix}${/[A-Za-z0-9\]]$/.test(commandPrefix) ? ' ' : ''}${word}`;
}


/***/ }),

/***/ 812:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ stateIcon)
/* harmony export */ });
/** One picture for each state, wherever an outcome is named. */
function stateIcon(state) {
    switch (state) {
        case 'success':
            return '✅';
        case 'pending':
            return '⏳';
        case 'failure':
            return '❌';
        case 'neutral':
            return 'ℹ️';
    }
}


/***/ }),

/***/ 2243:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ webLink),
/* harmony export */   Fu: () => (/* binding */ shortSha),
/* harmony export */   Zl: () => (/* binding */ pullRequestLink),
/* harmony export */   li: () => (/* binding */ branchLink),
/* harmony export */   wn: () => (/* binding */ commitLink),
/* harmony export */   yM: () => (/* binding */ compareLink)
/* harmony export */ });
/* unused harmony export safeAddress */
/* harmony import */ var _conversation_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6431);

/** A longer address is no use to anybody. */
const longestAddress = 2_000;
/**
 * The label, linked if the address is one of the web; else the label alone. Addresses come from GitHub, but what stands
 * in a commit status was written by whoever reports it.
 */
function webLink(label, address) {
    const safe = address === null ? null : safeAddress(address);
    return safe === null ? label : `[${label}](${safe})`;
}
/** The address with everything encoded that could end a Markdown link or a table cell; null if it is none of the web. */
function safeAddress(address) {
    if (address.length > longestAddress || !/^https?:\/\//i.test(address) || /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(address) || !URL.canParse(address)) {
        return null;
    }
    const url = new URL(address);
    // A name before the `@` makes the reader take it for the host.
    if (url.username !== '' || url.password !== '') {
        return null;
    }
    return url.href.replaceAll(/[()<>|\\`"'[\]{}]/g, percentEncoded);
}
/** A branch by name, linked to its tree. */
function branchLink(context, branch) {
    return webLink((0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .t)(branch), `${context.repositoryUrl}/tree/${encodedPath(branch)}`);
}
/** A commit by its short name; not linked if it is no full object name. */
function commitLink(context, sha) {
    return webLink((0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .t)(shortSha(sha)), /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(sha) ? `${context.repositoryUrl}/commit/${sha}` : null);
}
/** The comparison page of two branches: what `head` has beyond `base`. */
function compareLink(context, label, base, head) {
    return webLink(label, `${context.repositoryUrl}/compare/${encodedPath(base)}...${encodedPath(head)}`);
}
function pullRequestLink(context, number) {
    return webLink(`#${number}`, `${context.repositoryUrl}/pull/${number}`);
}
function shortSha(sha) {
    return sha.slice(0, 7);
}
function encodedPath(name) {
    // Half a surrogate pair cannot be encoded.
    return name.replaceAll(/\p{Cs}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/');
}
function percentEncoded(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}


/***/ }),

/***/ 377:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ enumerated),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   fF: () => (/* binding */ bulletList),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   ln: () => (/* binding */ inlineText),
/* harmony export */   qN: () => (/* binding */ paragraphs),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zl: () => (/* binding */ withinLimit)
/* harmony export */ });
/* harmony import */ var _conversation_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6431);
/**
 * The pieces from which messages and summaries are put together. What comes from outside goes through `inlineCode`,
 * `inlineText` or `quoteForMarkdown` before it gets here; these functions lay out, they do not clean.
 */

/** Blocks with an empty line between them; empty ones are left out. */
function paragraphs(...blocks) {
    return blocks.filter((block) => block !== null && block !== '').join('\n\n');
}
function bulletList(items, most = 50) {
    const shown = items.slice(0, most).map((item) => `- ${item}`);
    return [...shown, ...(items.length > most ? [`- … and ${items.length - most} more`] : [])].join('\n');
}
/** `a`, `a and b`, `a, b and c`; of a long list the first, and how many more there are. */
function enumerated(items, most = 20) {
    const shown = items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items;
    const last = shown.at(-1) ?? '';
    return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
/** `1 file`, `3 files`. */
function counted(number, noun, plural = `${noun}s`) {
    return `${number} ${number === 1 ? noun : plural}`;
}
/** A table; a column whose head ends in `:` is centred. Cells are safe Markdown on one line. */
function table(head, rows, most = 100) {
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll(/\s*[\r\n]+\s*/g, ' ')).join(' | ')} |`;
    const rule = head.map((title) => (title.endsWith(':') ? ':-:' : '---'));
    const rest = rows.length > most ? [line([`… and ${rows.length - most} more`, ...head.slice(1).map(() => '')])] : [];
    return [line(head.map((title) => title.replace(/:$/, ''))), line(rule), ...rows.slice(0, most).map(line), ...rest].join('\n');
}
/** Folded text. The summary is our own words: GitHub reads no Markdown there. */
function folded(summary, content) {
    return paragraphs(`<details><summary>${summary}</summary>`, content, '</details>');
}
/** A code block that nothing in it can close. */
function fenced(language, lines) {
    const text = lines.join('\n');
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}
/** Length at which text from outside is cut inside a sentence. */
const longestInlineText = 300;
/** Text from outside inside a sentence or a table cell, not as code: it pings nobody and means nothing. */
function inlineText(text, limit = longestInlineText) {
    const oneLine = text.slice(0, 2 * limit).replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
    // The quote of one line, without what makes it a quote.
    return (0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteForMarkdown */ .$)(oneLine, limit + 2).slice(2);
}
/**
 * The text within a limit: what is too long is cut between two lines, open code blocks and folded parts are closed, and
 * a note says so. Most important things come first, so the end is what can be spared.
 *
 * @param sizeOf size of a text in the unit of the limit
 */
function withinLimit(text, limit, sizeOf) {
    if (sizeOf(text) <= limit) {
        return text;
    }
    const lines = text.split('\n');
    let open = { fence: null, details: 0 };
    let size = 0;
    let best = { count: 0, open };
    for (const [index, line] of lines.entries()) {
        size += sizeOf(line) + 1;
        open = openAfter(open, line);
        if (size + sizeOf(closing(open)) > limit) {
            break;
        }
        best = { count: index + 1, open };
    }
    return `${lines.slice(0, best.count).join('\n')}${closing(best.open)}`;
}
function openAfter(open, line) {
    if (open.fence !== null) {
        return line === open.fence ? { ...open, fence: null } : open;
    }
    const fence = /^`{3,}/.exec(line)?.[0];
    if (fence !== undefined) {
        return { ...open, fence };
    }
    const details = open.details + Number(line.startsWith('<details')) - Number(line.startsWith('</details>'));
    return { fence: null, details };
}
function closing({ fence, details }) {
    const ends = [...(fence === null ? [] : [fence]), ...Array.from({ length: details }, () => '\n</details>')];
    return `\n${[...ends, '', '… This text was too long; the rest was cut.'].join('\n')}`;
}


/***/ }),

/***/ 3192:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ro: () => (/* binding */ setterText),
/* harmony export */   re: () => (/* binding */ optionText),
/* harmony export */   se: () => (/* binding */ refusalMessage)
/* harmony export */ });
/* harmony import */ var _conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6431);
/* harmony import */ var _conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1251);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3969);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2243);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(377);





/** `after_pull_request=12` (by `alice`), linked to the comment. */
function optionText({ option, pullRequest, setBy }, context) {
    return `${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(pullRequest === null ? option : `${option}=${pullRequest}`)} (${setterText(setBy, context)})`;
}
/** Who put an option in force. */
function setterText(setBy, context) {
    switch (setBy.kind) {
        case 'comment':
            return `by ${(0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .webLink */ .Dl)(setBy.author === null ? 'a deleted account' : (0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(setBy.author), commentAddress(setBy.commentId, context))}`;
        case 'settings':
            return 'by the settings, for this author';
        case 'input':
            return 'by the input `options` of the workflow';
    }
}
function commentAddress(commentId, { repositoryUrl, pullRequest }) {
    return pullRequest === null ? null : `${repositoryUrl}/pull/${pullRequest.number}#issuecomment-${commentId}`;
}
/** Outcomes 122, 123, 130, 131 and 134: a word that is not obeyed, with the comment it stands in. */
function refusalMessage(refusal, context) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraphs */ .qN)(whatIsWrong(refusal, context), refusal.quotedText, `**What to do:** ${whatToDo(refusal, context)}`);
}
function whatIsWrong(refusal, context) {
    const word = (0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(refusal.keyword);
    const source = sourceText(refusal, context);
    switch (refusal.kind) {
        case 'unknown-command':
            return `I do not know the word ${word}${source}.${refusal.suggestion === null ? '' : ` Did you mean ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(refusal.suggestion)}?`}`;
        case 'not-authorised':
            return `${writer(refusal)} may not use ${word}${source}: that is for ${whoMay(refusal.keyword)}.`;
        case 'wrong-syntax':
            return `The option ${word} is a switch and does not take the value ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(refusal.value ?? '')}${source}.`;
        case 'wrong-pull-request-number':
            return refusal.value === null || refusal.value === ''
                ? `The option ${word} needs the number of a pull request${source}.`
                : `The option ${word} names ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(refusal.value)}${source}, which is no pull request of this repository.`;
        case 'too-many-pull-requests':
            return `The option ${word} is given for more than ${_conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .mostDependencies */ .b6} pull requests, and I wait for no more than that. The first too many is ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(refusal.value ?? '')}${source}.`;
        case 'not-the-author':
            return `Only the author of the pull request may use ${word}${source}.`;
    }
}
function whatToDo(refusal, context) {
    const place = refusal.commentId === null ? 'the input `options` of the workflow' : 'the comment';
    switch (refusal.kind) {
        case 'unknown-command':
            return `correct or delete ${place}; ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)((0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .spoken */ .v)(context, 'help'))} shows all words I know.`;
        case 'not-authorised':
            return `delete ${place}, and ask somebody who may if it is needed.`;
        case 'wrong-syntax':
            return `write ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)((0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .spoken */ .v)(context, refusal.keyword))} to switch it on, ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(`${(0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .spoken */ .v)(context, refusal.keyword)}=false`)} to switch it off; or delete ${place}.`;
        case 'wrong-pull-request-number':
            return `write it as ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)((0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .spoken */ .v)(context, `${refusal.keyword}=123`))}, or delete ${place}.`;
        case 'too-many-pull-requests':
            return `delete ${place}, or name fewer pull requests in it.`;
        case 'not-the-author':
            return `delete ${place}, and ask the author. A reviewer approves by a review.`;
    }
}
/** Where the word stands, after it in a sentence. */
function sourceText(refusal, context) {
    const { commentId, kind, author } = refusal;
    if (commentId === null) {
        return ', given by the input `options` of the workflow';
    }
    const comment = (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .webLink */ .Dl)('this comment', commentAddress(commentId, context));
    const named = kind === 'not-authorised' || author === null ? '' : ` of ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(author)}`;
    return ` in ${comment}${named}`;
}
function whoMay(keyword) {
    return (0,_conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .commandNamed */ .v)(keyword)?.permission === 'write-access'
        ? 'the author of the pull request and for those who may write to the repository'
        : `those named under ${(0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)('admins')} in the settings`;
}
function writer({ author }) {
    return author === null ? 'A deleted account' : (0,_conversation_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .inlineCode */ .t)(author);
}


/***/ }),

/***/ 3357:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ cellLegend),
/* harmony export */   U: () => (/* binding */ cellIcon)
/* harmony export */ });
/* harmony import */ var _build_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9190);

function cellIcon(cell) {
    switch (cell) {
        case null:
            return '·';
        case 'not-read':
        case 'not-asked':
            return '–';
        default:
            return (0,_build_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .buildIcon */ .AA)(cell);
    }
}
const meanings = [
    ['successful', 'green'],
    ['in-progress', 'running'],
    ['not-started', 'not started'],
    ['failed', 'failed'],
    ['not-read', 'not looked at, as nothing depended on it'],
    ['not-asked', 'builds are not asked for'],
    [null, 'does not land there'],
];
/** What the icons mean that occur among these cells, and other remarks on the table. */
function cellLegend(cells, ...remarks) {
    const used = meanings.filter(([cell]) => cells.includes(cell)).map(([cell, meaning]) => `${cellIcon(cell)} ${meaning}`);
    return `<sub>${[...used, ...remarks].join('; ')}</sub>`;
}


/***/ }),

/***/ 115:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ renderMessage)
});

// EXTERNAL MODULE: ./src/conversation/quote.ts
var quote = __nccwpck_require__(6431);
// EXTERNAL MODULE: ./src/outcomes/messages/context.ts
var messages_context = __nccwpck_require__(3969);
// EXTERNAL MODULE: ./src/outcomes/messages/links.ts
var links = __nccwpck_require__(2243);
// EXTERNAL MODULE: ./src/outcomes/messages/markdown.ts
var markdown = __nccwpck_require__(377);
// EXTERNAL MODULE: ./src/outcomes/messages/options.ts
var messages_options = __nccwpck_require__(3192);
;// CONCATENATED MODULE: ./src/outcomes/messages/administration.ts





/** Outcome 133. */
function serviceDownMessage({ service, detail }) {
    return (0,markdown/* paragraphs */.qN)(`${service} did not give a usable answer, so there is no verdict: ${(0,markdown/* inlineText */.ln)(detail)}`, 'Nothing was decided on half an answer. The next event, or the sweep, looks again and continues.');
}
/** Outcomes 219 and 220. */
function settingsMessage({ code, problems }) {
    return (0,markdown/* paragraphs */.qN)(code === 219 ? 'The settings cannot be read, so I do nothing.' : 'The settings hold values I cannot use, so I do nothing.', (0,markdown/* bulletList */.fF)(problems.map((problem) => (0,markdown/* inlineText */.ln)(problem, 1_000))), '**What to do:** correct the settings on the default branch. I read them nowhere else.');
}
/** Outcome 221. */
function notPermittedMessage({ operation, cause, detail, branches }, context) {
    const on = branches.length === 0 ? '' : ` (${(0,markdown/* enumerated */.BD)(branches.map((branch) => (0,links/* branchLink */.li)(context, branch)))})`;
    return (0,markdown/* paragraphs */.qN)(`GitHub refused what I had to do: ${(0,markdown/* inlineText */.ln)(operation)}${on}. Nothing of it was changed.`, detail === '' ? null : `> ${(0,markdown/* inlineText */.ln)(detail, 500)}`, `**What to do:** ${remedyFor(cause)}`);
}
function remedyFor(cause) {
    switch (cause) {
        case 'workflow-permission':
            return 'the change touches files under `.github/workflows/`. Give the robot the token of a GitHub App, or a personal access token, with the permission `workflows: write`; the token of the job can never have it.';
        case 'protected-branch':
            return 'in the branch protection or the ruleset of that branch, let the robot push: add it to those who may bypass the rule.';
        case 'not-permitted':
            return 'give the robot’s token the permission it lacks; the command `doctor` lists what is needed.';
        case 'other':
            return 'see the reason above; the command `doctor` looks for known obstacles.';
    }
}
/** Outcome 301. */
function notHandledMessage(reason) {
    switch (reason.kind) {
        case 'source-kind':
            return `I do not merge from ${(0,quote/* inlineCode */.t)(reason.branch)}: pull requests come from branches such as ${(0,quote/* inlineCode */.t)('bugfix/…')} or from development branches.`;
        case 'destination-kind':
            return `I do not merge into ${(0,quote/* inlineCode */.t)(reason.branch)}: pull requests go to ${(0,quote/* inlineCode */.t)('development/…')} or ${(0,quote/* inlineCode */.t)('hotfix/X.Y.Z')}.`;
        case 'fork':
            return `This pull request comes from ${reason.repository === null ? 'a fork that is gone' : `the fork ${(0,quote/* inlineCode */.t)(reason.repository)}`}; the settings (${(0,quote/* inlineCode */.t)('forks')}) do not allow that.`;
        case 'queues-off':
            return `The settings switch queues off (${(0,quote/* inlineCode */.t)('use_queues')}), so there is nothing this command could do.`;
    }
}
/** Outcome 302. */
function nothingToDoMessage(reason, context) {
    switch (reason.kind) {
        case 'merged':
            return 'The pull request is merged already.';
        case 'closed':
            return 'The pull request is closed.';
        case 'no-such-pull-request':
            return `There is no pull request with the number ${reason.number}.`;
        case 'event':
            return (0,markdown/* inlineText */.ln)(reason.detail);
        case 'wait':
            return `The option ${(0,quote/* inlineCode */.t)('wait')} is set (${(0,messages_options/* setterText */.Ro)(reason.setBy, context)}), so I do nothing until it is removed.${reason.queued === true ? ' What is queued lands all the same.' : ''}`;
        case 'namesake':
            return `${(0,links/* pullRequestLink */.Zl)(context, reason.pullRequest)} comes from another branch of the name ${(0,quote/* inlineCode */.t)(reason.branch)}, and would have the same integration branches. It goes first; to go at once, rename one of them.`;
        case 'already-contained':
            return `${(0,links/* branchLink */.li)(context, reason.destination)} already contains everything of ${(0,quote/* inlineCode */.t)(reason.source)}.`;
        case 'source-gone':
            return `The source branch ${(0,quote/* inlineCode */.t)(reason.source)} does not exist any more.`;
        case 'changed-meanwhile':
            return `Something changed while I was looking: ${(0,markdown/* inlineText */.ln)(reason.detail)}. The next event looks again.`;
        case 'busy':
            return `The branches moved each of the ${reason.attempts} times I tried to push. Nothing was changed; the next event tries again.`;
        case 'same-head':
            return `Every check holds, but ${(0,links/* pullRequestLink */.Zl)(context, reason.pullRequest)} has the same head commit, and a status that says success would open both. Push a commit to one of them, or close one.`;
        case 'gate-only':
            return `Every check holds. I am set up as a gate only (${(0,quote/* inlineCode */.t)('gate_only')}), so I merge and push nothing.`;
        case 'queue-waits':
            return 'The queue waits for CI.';
        case 'queue-rebuild':
            return 'The queue is being rebuilt. This pull request is queued after that.';
        case 'queued':
            return 'The pull request is in the queue.';
        case 'ejected':
            return `CI failed on the queue branch of this very commit, so it was taken out of the queue. Push a fix, or comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'retry'))} to have it queued again as it is.`;
        case 'integration-pull-request-without-parent':
            return 'This is an integration pull request whose parent cannot be told, so I leave it alone.';
    }
}
/** Outcomes 307 and 308. */
function administrationMessage({ code, command, detail }) {
    return `${(0,quote/* inlineCode */.t)(command)} ${code === 307 ? 'is done' : 'was refused'}: ${(0,markdown/* inlineText */.ln)(detail, 1_000)}`;
}

;// CONCATENATED MODULE: ./src/outcomes/messages/approvals.ts




/** Outcome 115. */
function approvalMessage({ missing }, context) {
    const { author, peers, leaders, changeRequesters, changeRequestsSetAside, unanimityMissing, staleApprovals } = missing;
    const needed = [
        ...changeRequesters.map((login) => `${(0,quote/* inlineCode */.t)(login)} **requested changes**: they have to approve, or the review has to be dismissed`),
        ...countLine(peers, 'reviewer'),
        ...countLine(leaders, 'project leader'),
        ...(author ? [`the author${authorName(context)} has to approve: comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'approve'))}`] : []),
        ...(unanimityMissing.length === 0 ? [] : [`everybody has to approve (option ${(0,quote/* inlineCode */.t)('unanimity')}): ${logins(unanimityMissing)} ${unanimityMissing.length === 1 ? 'has' : 'have'} not`]),
    ];
    const remarks = [
        ...staleApprovals.map((approval) => `${(0,quote/* inlineCode */.t)(approval.login)} approved ${commitOf(approval, context)}, which is not the newest commit, so it does not count: please look again`),
        ...(changeRequestsSetAside.length === 0 ? [] : [`the change request of ${logins(changeRequestsSetAside)} is set aside by the bypasses in force`]),
    ];
    return (0,markdown/* paragraphs */.qN)('Before I can go on, I need:', (0,markdown/* bulletList */.fF)(needed), remarks.length === 0 ? null : (0,markdown/* paragraphs */.qN)('Also:', (0,markdown/* bulletList */.fF)(remarks)), 'I continue by myself as soon as that is given.');
}
/** Nothing where enough is given: what is listed is what somebody must do. */
function countLine({ required, given, authorCounts, missing }, role) {
    if (missing === 0) {
        return [];
    }
    const have = given.length + Number(authorCounts);
    const who = [...given.map(({ login }) => (0,quote/* inlineCode */.t)(login)), ...(authorCounts ? ['the author, who is one'] : [])];
    return [`${(0,markdown/* counted */.hS)(missing, 'more approval')} of a ${role}: ${have} of ${required} given${who.length === 0 ? '' : ` (${(0,markdown/* enumerated */.BD)(who)})`}`];
}
function authorName({ pullRequest }) {
    const author = pullRequest?.author ?? null;
    return author === null ? '' : ` (${(0,quote/* inlineCode */.t)(author)})`;
}
function commitOf({ commit }, context) {
    return commit === null ? 'a commit GitHub does not name' : (0,links/* commitLink */.wn)(context, commit);
}
function logins(all) {
    return (0,markdown/* enumerated */.BD)(all.map(quote/* inlineCode */.t));
}

;// CONCATENATED MODULE: ./src/outcomes/messages/branches.ts




/** Outcome 106. */
function incompatiblePrefixMessage(outcome, context) {
    const { source, prefix, refusedBy } = outcome;
    return (0,markdown/* paragraphs */.qN)(`The branch ${(0,quote/* inlineCode */.t)(source)} has the prefix ${(0,quote/* inlineCode */.t)(prefix)}, which is not accepted by every branch this pull request lands on:`, (0,markdown/* bulletList */.fF)(refusedBy.map(({ branch, accepted }) => `${(0,links/* branchLink */.li)(context, branch)} accepts ${accepted.length === 0 ? 'no prefix at all' : (0,markdown/* enumerated */.BD)(accepted.map(quote/* inlineCode */.t))}`)), `**What to do:** open the pull request from a branch with an accepted prefix, or choose another destination. An admin can comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'bypass_incompatible_branch'))}.`);
}
/** Outcome 120. */
function waitingMessage({ open, closed }, context) {
    return (0,markdown/* paragraphs */.qN)(`The option ${(0,quote/* inlineCode */.t)('after_pull_request')} asks me to wait, so I do not merge this pull request yet.`, (0,markdown/* bulletList */.fF)([
        ...open.map((number) => `${(0,links/* pullRequestLink */.Zl)(context, number)} is still open`),
        ...closed.map((number) => `${(0,links/* pullRequestLink */.Zl)(context, number)} was **closed without being merged**, so the wait cannot end by itself`),
    ]), closed.length === 0
        ? '**What to do:** nothing. I look again at the next event of this pull request, and at every sweep.'
        : `**What to do:** reopen and merge what was closed, or delete the comment with ${(0,quote/* inlineCode */.t)('after_pull_request')}.`);
}
/** Outcome 132. */
function divergedMessage({ source, destination, behind, limit }, context) {
    return (0,markdown/* paragraphs */.qN)(`${(0,links/* branchLink */.li)(context, destination)} has ${(0,markdown/* counted */.hS)(behind, 'commit')} that ${(0,quote/* inlineCode */.t)(source)} lacks; ${limit} are allowed (${(0,quote/* inlineCode */.t)('max_commit_diff')}). ${(0,links/* compareLink */.yM)(context, 'See what is missing', source, destination)}.`, `**What to do:** merge ${(0,quote/* inlineCode */.t)(destination)} into ${(0,quote/* inlineCode */.t)(source)}, or rebase it, and push. An admin can comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'bypass_commit_size'))}.`);
}
/** Outcome 135. */
function askForBranchesMessage({ targets }, context) {
    return (0,markdown/* paragraphs */.qN)(`This pull request also lands on ${(0,markdown/* enumerated */.BD)(targets.map((target) => (0,links/* branchLink */.li)(context, target)))}. That takes integration branches, and in this repository I create them only when asked.`, `**What to do:** when the change is ready, the author comments ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'approve'))}, or anybody ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'create_integration_branches'))}, or ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'create_pull_requests'))} to get a pull request for each branch too.`);
}
/** Outcome 204. */
function releasedMessage({ branch, version, tag }, context) {
    return (0,markdown/* paragraphs */.qN)(`The version ${(0,quote/* inlineCode */.t)(version)} is released (tag ${(0,quote/* inlineCode */.t)(tag)}), but ${(0,links/* branchLink */.li)(context, branch)} still exists. Nothing can land on it any more.`, `**What to do:** an administrator deletes ${(0,quote/* inlineCode */.t)(branch)}; a correction of the released version goes to a hotfix branch.`);
}
/** Outcome 207. */
function unrecognisedMessage({ branch, side }) {
    return `The ${side} branch ${(0,quote/* inlineCode */.t)(branch)} has no name of GitWaterFlow, so I leave this pull request alone.`;
}
/** Outcome 210. */
function notSelfContainedMessage({ older, newer }, context) {
    return (0,markdown/* paragraphs */.qN)(`${(0,links/* branchLink */.li)(context, newer)} does not include everything of ${(0,links/* branchLink */.li)(context, older)}, although each version branch must include the one before it. ${(0,links/* compareLink */.yM)(context, 'See what is missing', newer, older)}. I touch nothing until that is repaired.`, `**What to do:** an administrator merges ${(0,quote/* inlineCode */.t)(older)} into ${(0,quote/* inlineCode */.t)(newer)}.`);
}
/** Outcome 222. */
function destinationMissingMessage({ destination }) {
    return (0,markdown/* paragraphs */.qN)(`The destination ${(0,quote/* inlineCode */.t)(destination)} of this pull request does not exist (any more).`, '**What to do:** choose another base branch: “Edit”, next to the title.');
}

// EXTERNAL MODULE: ./src/gitwaterflow/branch-name.ts
var branch_name = __nccwpck_require__(5571);
// EXTERNAL MODULE: ./src/gitwaterflow/version.ts
var version = __nccwpck_require__(6307);
// EXTERNAL MODULE: ./src/outcomes/messages/build-evidence.ts
var build_evidence = __nccwpck_require__(9190);
;// CONCATENATED MODULE: ./src/outcomes/messages/builds.ts







/** Outcome 118. */
function buildFailedMessage({ build }, context) {
    return (0,markdown/* paragraphs */.qN)('CI failed, so I do not merge this pull request.', failedBranches(build, context), `**What to do:** ${waitsOnlyForApproval(build) ? 'approve the runs named above, after a look at what they would run.' : `push a fix to the source branch (or, if it fails on one version only, to that integration branch). If the failure had nothing to do with the change, comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'retry'))} and I run the failed jobs again.`}`);
}
/** Every branch that has failed, with its runs. What still runs is left out: the text must not change with it. */
function failedBranches({ branches }, context) {
    const failed = branches.filter(({ state }) => state === 'failed');
    return (0,markdown/* paragraphs */.qN)(...failed.map((branch) => failedBranch(branch, context)));
}
function waitsOnlyForApproval({ branches }) {
    const evidence = branches.filter(({ state }) => state === 'failed').flatMap(failedEvidence);
    return evidence.length > 0 && evidence.every(({ result }) => result === 'action_required');
}
function failedBranch(branch, context) {
    const base = destinationOf(branch.branch, context);
    const compare = base === null ? '' : ` (${(0,links/* compareLink */.yM)(context, 'compare', base, branch.branch)})`;
    return (0,markdown/* paragraphs */.qN)(`${(0,build_evidence/* buildIcon */.AA)(branch.state)} ${(0,links/* branchLink */.li)(context, branch.branch)} at ${(0,links/* commitLink */.wn)(context, branch.commit)}${compare}:`, (0,markdown/* bulletList */.fF)(failedEvidence(branch).map(build_evidence/* evidenceText */.rS)));
}
function failedEvidence({ keys }) {
    return keys.filter(({ state }) => state === 'failed').flatMap((key) => [...key.evidence]);
}
/** The branch it is to be compared with; null if the name does not tell. */
function destinationOf(branch, { pullRequest }) {
    const name = (0,branch_name/* parseBranchName */.pD)(branch);
    switch (name?.kind) {
        case 'integration':
        case 'queue-integration':
        case 'queue':
            return name.version.length === 4 ? `hotfix/${(0,version/* formatVersion */.qh)([name.version[0], name.version[1], name.version[2]])}` : `development/${(0,version/* formatVersion */.qh)(name.version)}`;
        default:
            return pullRequest !== null && branch === pullRequest.sourceBranch && pullRequest.fork !== true ? pullRequest.destinationBranch : null;
    }
}
/** Outcome 137. */
function restartedMessage({ restarted, left }, context) {
    if (restarted.length === 0) {
        return (0,markdown/* paragraphs */.qN)('There is no failed workflow run to start again on the branches of this pull request.', left === 0 ? null : `${(0,markdown/* counted */.hS)(left, 'failed run')} cannot be restarted any more: GitHub allows only so many attempts.`);
    }
    return (0,markdown/* paragraphs */.qN)(`I have started the failed jobs of ${(0,markdown/* counted */.hS)(restarted.length, 'workflow run')} again:`, (0,markdown/* bulletList */.fF)(restarted.map(({ name, branch, url }) => `${(0,links/* webLink */.Dl)((0,quote/* inlineCode */.t)(name), url)} on ${(0,links/* branchLink */.li)(context, branch)}`)), left === 0 ? null : `${(0,markdown/* counted */.hS)(left, 'more failed run')} I left alone; comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'retry'))} again if they are still failed when these are done.`);
}
/** Outcome 303. */
function inProgressMessage({ build }, context) {
    if (build === null) {
        return 'CI is still running. I continue when it is done.';
    }
    const running = build.branches.filter(({ state }) => state === 'in-progress');
    return (0,markdown/* paragraphs */.qN)('CI is still running. I continue when it is done.', (0,markdown/* bulletList */.fF)(running.map((branch) => `${(0,links/* branchLink */.li)(context, branch.branch)} at ${(0,links/* commitLink */.wn)(context, branch.commit)}: ${(0,markdown/* enumerated */.BD)(branch.keys.filter(({ state }) => state === 'in-progress').flatMap((key) => key.evidence.map(build_evidence/* evidenceText */.rS)))}`)));
}
/** Outcome 304. */
function notStartedMessage({ build, justPushed }, context) {
    const pushed = justPushed.length === 0 ? null : `I have just pushed ${(0,markdown/* enumerated */.BD)(justPushed.map((branch) => (0,links/* branchLink */.li)(context, branch)))} and wait for CI there.`;
    if (build === null) {
        return pushed ?? 'CI has not started yet. I continue when it is done.';
    }
    const waiting = build.branches.filter(({ state, branch }) => state === 'not-started' && !justPushed.includes(branch));
    return (0,markdown/* paragraphs */.qN)(pushed, waiting.length === 0 ? null : (0,markdown/* paragraphs */.qN)('CI has not started, or not all that is required:', (0,markdown/* bulletList */.fF)(waiting.map((branch) => `${(0,links/* branchLink */.li)(context, branch.branch)} at ${(0,links/* commitLink */.wn)(context, branch.commit)}: ${(0,markdown/* enumerated */.BD)(branch.keys.filter(({ state }) => state === 'not-started').map(whyNotStarted))}`))), '**If nothing starts:** check that the CI workflows listen to pushes on these branches (`w/**`, `q/**`), and that the robot’s token is one whose pushes start workflows.');
}
function whyNotStarted(verdict) {
    if (!verdict.saysWhichBranch) {
        return `${(0,quote/* inlineCode */.t)(verdict.key.kind === 'check-run' ? verdict.key.name : verdict.key.context)} is ${verdict.cause === 'all-skipped' ? 'skipped' : 'not reported'}`;
    }
    switch (verdict.runs.cause) {
        case 'required-workflow-missing':
            return `no run of ${(0,markdown/* enumerated */.BD)(verdict.runs.missingWorkflows.map(quote/* inlineCode */.t))}`;
        case 'all-skipped':
            return 'every run was skipped, so nothing was built';
        default:
            return 'no run counts for this branch';
    }
}

;// CONCATENATED MODULE: ./src/outcomes/messages/commands.ts




/** Outcome 128. */
function resetDoneMessage({ deleted, forced, gateOnly }) {
    if (gateOnly === true) {
        return `I am set up as a gate only (${(0,quote/* inlineCode */.t)('gate_only')}), so I make and delete no branches and close no pull requests. Integration branches that are still there can be deleted by hand.`;
    }
    if (deleted.length === 0) {
        return 'There was no integration branch to delete. I start over from the source branch.';
    }
    return (0,markdown/* paragraphs */.qN)(`I deleted ${(0,markdown/* counted */.hS)(deleted.length, 'integration branch', 'integration branches')}${forced ? ', with the work that was only there' : ''}, and closed their pull requests if there were any:`, (0,markdown/* bulletList */.fF)(deleted.map(quote/* inlineCode */.t)), 'I create them again from the source branch as it is now.');
}
/** Outcome 129. */
function resetRefusedMessage({ branches }, context) {
    return (0,markdown/* paragraphs */.qN)('I deleted nothing, because these commits stand on integration branches only and would be lost:', ...branches.map(({ branch, commits }) => (0,markdown/* paragraphs */.qN)((0,links/* branchLink */.li)(context, branch), (0,markdown/* bulletList */.fF)(commits.map(({ sha, subject }) => `${(0,links/* commitLink */.wn)(context, sha)} ${(0,markdown/* inlineText */.ln)(subject, 100)}`), 20))), `**What to do:** save what you need (for instance, cherry-pick it to the source branch), then comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'force_reset'))}, which deletes the branches all the same.`);
}
/** Outcome 138. */
function clearedMessage({ removed }) {
    return removed === 0 ? 'There was no earlier comment of mine to remove.' : `I removed ${(0,markdown/* counted */.hS)(removed, 'earlier comment')} of mine.`;
}

// EXTERNAL MODULE: ./src/conversation/login.ts
var login = __nccwpck_require__(198);
// EXTERNAL MODULE: ./src/conversation/vocabulary.ts
var vocabulary = __nccwpck_require__(1251);
;// CONCATENATED MODULE: ./src/outcomes/messages/greeting.ts





/** Outcome 100. The only message that mentions anybody: the author, once per pull request. */
function greetingMessage(author, context) {
    const branches = context.pullRequest === null
        ? 'this pull request'
        : `${(0,quote/* inlineCode */.t)(context.pullRequest.sourceBranch)} to ${(0,quote/* inlineCode */.t)(context.pullRequest.destinationBranch)} and to every later version branch`;
    return (0,markdown/* paragraphs */.qN)(`Hello ${mention(author)}! I am the merge robot of this repository. I take ${branches}, as soon as the approvals are given and CI is green on each of them.`, `I tell you here whenever I need something. Ask me for ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'status'))} or ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'help'))} at any time.`, (0,markdown/* folded */.TM)('What I can do for you: options', optionTable(context)), (0,markdown/* folded */.TM)('What I can do for you: commands', commandTable(context)));
}
/** Outcome 101. */
function manualMessage(context) {
    return (0,markdown/* paragraphs */.qN)(`Write to me in a comment of its own: ${(0,quote/* inlineCode */.t)(`@${(0,login/* addressedName */.zl)(context.robot)} word`)} or ${(0,quote/* inlineCode */.t)('/word')}. Several options may stand in one comment: ${(0,quote/* inlineCode */.t)(`@${(0,login/* addressedName */.zl)(context.robot)} one, two`)} or ${(0,quote/* inlineCode */.t)('/one /two')}.`, '**Options** hold as long as their comment exists. Edit or delete the comment to change them; `=false` takes back what you asked for, and of an admin also what others did.', optionTable(context), '**Commands** are carried out once.', commandTable(context));
}
/** A greeting may reach whom it greets; an app does not read, and a name that is no login could ping somebody else. */
function mention(author) {
    if (author === null) {
        return 'there';
    }
    return /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/.test(author) ? `@${author}` : (0,quote/* inlineCode */.t)(author);
}
function optionTable(context) {
    const rows = vocabulary/* options */.fF.map((option) => [
        (0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, option.takes === 'switch' ? option.name : `${option.name}=<number>`)),
        option.effect,
        whoMay(option.permission),
    ]);
    return (0,markdown/* table */.tp)(['Option', 'Effect', 'Who'], rows);
}
function commandTable(context) {
    const rows = vocabulary/* commands */.Pi.map((command) => [
        [command.name, ...command.aliases].map((name) => (0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, name))).join(', '),
        command.effect,
        whoMay(command.permission),
    ]);
    return (0,markdown/* table */.tp)(['Command', 'Effect', 'Who'], rows);
}
/** Who may use a word, in words. */
function whoMay(permission) {
    switch (permission) {
        case 'anyone':
            return 'everybody';
        case 'author-only':
            return 'the author';
        case 'write-access':
            return 'the author, and who may write to the repository';
        case 'privileged':
            return 'admins';
    }
}

// EXTERNAL MODULE: ./src/outcomes/messages/cascade-picture.ts
var cascade_picture = __nccwpck_require__(415);
;// CONCATENATED MODULE: ./src/outcomes/messages/shell-word.ts
/** What a POSIX shell takes as it stands. */
const plainWord = /^[A-Za-z0-9_./-]+$/;
/** Nobody should copy a command whose characters do not show, or show in another order. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
/**
 * A text as one word of a POSIX shell, for commands that people copy. A name that begins with `-` is still an option to
 * the program: the caller must put it where it cannot be one.
 */
function shellWord(text) {
    if (plainWord.test(text)) {
        return text;
    }
    return invisible.test(text) ? dollarQuoted(text) : `'${text.replaceAll("'", String.raw `'\''`)}'`;
}
/** `$'…'` with every invisible character as its bytes in octal. */
function dollarQuoted(text) {
    const characters = Array.from(text, (character) => {
        if (character === "'" || character === '\\') {
            return `\\${character}`;
        }
        return invisible.test(character) ? octalBytes(character) : character;
    });
    return `$'${characters.join('')}'`;
}
function octalBytes(character) {
    return Array.from(new TextEncoder().encode(character), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

;// CONCATENATED MODULE: ./src/outcomes/messages/resolve-commands.ts

/**
 * The commands by which a person resolves a conflict. Names of branches stand only where they cannot be read as an
 * option: after `origin/`, in a full ref, or as the argument of an option.
 */
function resolveCommands(conflict, context) {
    const { branch, where, merge } = conflict;
    const conflicting = conflictingMerge(conflict);
    return [
        ...(where === 'source' && isFork(context) ? ['# in a clone of your fork:'] : []),
        'git fetch origin',
        ...(where === 'source' ? checkoutSource(branch) : [`git checkout -B ${shellWord(branch)} ${shellWord(`origin/${conflict.startFrom ?? branch}`)}`]),
        ...merge.flatMap((merged) => {
            const command = mergeCommand(merged, where, context);
            return merged === conflicting ? [command, '# resolve the conflicts in the files above, then:', 'git add --update', 'git commit --no-edit'] : [command];
        }),
        `git push origin HEAD:refs/heads/${shellWord(branch)}`,
    ];
}
/** Those before it go through. On the source branch the sides are the other way round, and there is one merge only. */
function conflictingMerge({ merge, sides }) {
    return merge.find((branch) => branch === sides[1]) ?? merge.at(-1);
}
/** Not `-B`: a person has commits on the source branch that are not pushed, and would lose them. */
function checkoutSource(branch) {
    return branch.startsWith('-')
        ? [`git checkout --detach ${shellWord(`origin/${branch}`)}`]
        : [`git checkout ${shellWord(branch)}`, `git pull --ff-only origin refs/heads/${shellWord(branch)}`];
}
/** A branch of the other repository is fetched and merged in one go. */
function mergeCommand(merged, where, context) {
    if (isFork(context) && where === 'source') {
        return `git pull --no-rebase ${shellWord(`${context.repositoryUrl}.git`)} refs/heads/${shellWord(merged)}`;
    }
    if (isFork(context) && merged === context.pullRequest?.sourceBranch) {
        return `git pull --no-rebase origin refs/pull/${context.pullRequest.number}/head`;
    }
    return `git merge ${shellWord(`origin/${merged}`)}`;
}
function isFork({ pullRequest }) {
    return pullRequest?.fork === true;
}

;// CONCATENATED MODULE: ./src/outcomes/messages/integration.ts






/** Outcome 113. */
function historyMismatchMessage(outcome, context) {
    const { integrationBranch, commit, source, destination } = outcome;
    return (0,markdown/* paragraphs */.qN)(`${(0,links/* branchLink */.li)(context, integrationBranch)} holds the commit ${(0,links/* commitLink */.wn)(context, commit)}, which is neither on ${(0,quote/* inlineCode */.t)(source)} nor on ${(0,quote/* inlineCode */.t)(destination)}. That usually happens when the source branch was rebased or amended after I had created the integration branch.`, `**What to do:** comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'reset'))}. I then delete my integration branches and create them again from the source branch as it is now; if work of somebody would be lost by that, I tell you first.`);
}
/** More files than this are folded. */
const mostFilesInSight = 12;
/** More files than this are not listed. */
const mostFiles = 300;
/** Outcome 114. */
function conflictMessage({ conflict }, context) {
    const { where, sides, files } = conflict;
    const [ours, theirs] = sides;
    return (0,markdown/* paragraphs */.qN)(`${(0,links/* branchLink */.li)(context, ours)} and ${(0,links/* branchLink */.li)(context, theirs)} cannot be merged automatically. ${where === 'source' ? 'Nothing was pushed.' : 'The branches before it in the cascade are fine; this one and those after it I left as they are.'}`, files.length === 0 ? unrelatedText(ours, context) : resolutionText(conflict, context));
}
function unrelatedText(ours, { pullRequest }) {
    return (0,markdown/* paragraphs */.qN)('The two have **no common history**, so there is nothing to resolve: git could only pile one upon the other.', `**What to do:** start a new branch from ${(0,quote/* inlineCode */.t)(pullRequest?.destinationBranch ?? ours)}, bring your commits over with \`git cherry-pick\`, and open a pull request from there.`);
}
function resolutionText(conflict, context) {
    const { where, branch, files } = conflict;
    const afterwards = 'As soon as you have pushed, I continue by myself';
    return (0,markdown/* paragraphs */.qN)(fileList(files), `**What to do:** resolve it on the ${where} branch ${(0,quote/* inlineCode */.t)(branch)}:`, (0,markdown/* fenced */.OF)('sh', resolveCommands(conflict, context)), where === 'source' ? `${afterwards}.` : `${afterwards} and build on your resolution; I never overwrite it. If you would rather start over, comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'reset'))}.`);
}
function fileList(files) {
    const list = (0,markdown/* bulletList */.fF)(files.map(quote/* inlineCode */.t), mostFiles);
    const title = `${(0,markdown/* counted */.hS)(files.length, 'file')} in conflict`;
    return files.length > mostFilesInSight ? (0,markdown/* folded */.TM)(title, list) : (0,markdown/* paragraphs */.qN)(`**${title}:**`, list);
}
/** Outcome 121. */
function integrationBranchesMessage({ branches, ignored, pendingHotfixes }, context) {
    const rows = branches.map(({ branch, destination }) => [(0,links/* branchLink */.li)(context, branch), (0,links/* branchLink */.li)(context, destination), (0,links/* compareLink */.yM)(context, 'compare', destination, branch)]);
    return (0,markdown/* paragraphs */.qN)('This pull request lands on later version branches too. I have prepared what goes there, so that CI can test it:', (0,markdown/* table */.tp)(['Branch', 'Goes to', 'Changes'], [...sourceRow(context), ...rows]), (0,cascade_picture/* ignoredBranches */.T)(ignored), pendingHotfixNote(pendingHotfixes, context), 'You need not do anything with these branches. I keep them up to date and delete them after the merge; push to one only to resolve a conflict or to adapt the change to that version.');
}
/** The first target needs no integration branch; a reader misses it all the same. */
function sourceRow(context) {
    const { pullRequest } = context;
    if (pullRequest === null) {
        return [];
    }
    const { sourceBranch, destinationBranch, fork } = pullRequest;
    return [
        fork === true
            ? [(0,quote/* inlineCode */.t)(sourceBranch), (0,links/* branchLink */.li)(context, destinationBranch), 'this pull request']
            : [(0,links/* branchLink */.li)(context, sourceBranch), (0,links/* branchLink */.li)(context, destinationBranch), (0,links/* compareLink */.yM)(context, 'compare', destinationBranch, sourceBranch)],
    ];
}
/** Hotfix branches that the author may have forgotten; empty if there are none. */
function pendingHotfixNote(branches, context) {
    if (branches.length === 0) {
        return '';
    }
    return `> [!NOTE]\n> Left untouched: ${(0,markdown/* enumerated */.BD)(branches.map((branch) => (0,links/* branchLink */.li)(context, branch)))}. If the change belongs there too, open a separate pull request.`;
}
/** Outcome 213. */
function integrationBranchMovedMessage({ branch, expected, found }, context) {
    return `The integration pull request of ${(0,links/* branchLink */.li)(context, branch)} stands at ${(0,links/* commitLink */.wn)(context, found)}, but the branch at ${expected === null ? 'nothing: I have not seen it' : (0,links/* commitLink */.wn)(context, expected)}. Somebody pushed in between; I look again at the next event.`;
}

;// CONCATENATED MODULE: ./src/outcomes/messages/jira.ts




/** Outcome 107. */
function missingIssueKeyMessage({ source, projects }, context) {
    const example = `${source.split('/', 1)[0] ?? 'bugfix'}/${projects[0] ?? 'PROJ'}-123-what-it-is-about`;
    return (0,markdown/* paragraphs */.qN)(`The name of the branch ${(0,quote/* inlineCode */.t)(source)} does not begin with the key of an issue${projects.length === 0 ? '' : ` of ${oneOf(projects)}`}.`, `**What to do:** push the commits to a branch with the key in its name, such as ${(0,quote/* inlineCode */.t)(example)}, and open a new pull request. ${bypass(context)}`);
}
/** Outcome 108. */
function issueNotFoundMessage({ issue }, context) {
    return (0,markdown/* paragraphs */.qN)(`The issue ${(0,quote/* inlineCode */.t)(issue)}, named by the source branch, does not exist in the issue tracker, or I may not see it.`, `**What to do:** if the key is wrong, open the pull request from a branch with the right one; if the issue was created just now, comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'status'))} to make me look again. ${bypass(context)}`);
}
/** Outcome 109. */
function issueTypeMessage({ issue, type, supported, parentOfSubTask, subTask }, context) {
    if (subTask) {
        const parent = parentOfSubTask === null ? 'its parent issue' : (0,quote/* inlineCode */.t)(parentOfSubTask);
        return (0,markdown/* paragraphs */.qN)(`The issue ${(0,quote/* inlineCode */.t)(issue)} is a sub-task (${(0,quote/* inlineCode */.t)(type)}). Sub-tasks do not land on version branches by themselves.`, `**What to do:** merge this work into the branch of ${parent}, and open the pull request from there. ${bypass(context)}`);
    }
    return (0,markdown/* paragraphs */.qN)(`The issue ${(0,quote/* inlineCode */.t)(issue)} has the type ${(0,quote/* inlineCode */.t)(type)}. Accepted here: ${supported.length === 0 ? 'none' : (0,markdown/* enumerated */.BD)(supported.map(quote/* inlineCode */.t))}.`, `**What to do:** correct the type of the issue, or use another issue. ${bypass(context)}`);
}
/** Outcome 110. */
function wrongProjectMessage({ issue, project, accepted }, context) {
    return (0,markdown/* paragraphs */.qN)(`The issue ${(0,quote/* inlineCode */.t)(issue)} belongs to the project ${(0,quote/* inlineCode */.t)(project)}; this repository takes issues of ${oneOf(accepted)}.`, `**What to do:** open the pull request from a branch that names an issue of this repository. ${bypass(context)}`);
}
/** Outcome 111. */
function prefixMismatchMessage({ issue, type, prefix, expectedPrefix }, context) {
    return (0,markdown/* paragraphs */.qN)(`The issue ${(0,quote/* inlineCode */.t)(issue)} has the type ${(0,quote/* inlineCode */.t)(type)}, for which branches begin with ${(0,quote/* inlineCode */.t)(`${expectedPrefix}/`)}; this one begins with ${(0,quote/* inlineCode */.t)(`${prefix}/`)}.`, `**What to do:** correct the type of the issue, or open the pull request from a branch with that prefix. ${bypass(context)}`);
}
/** Outcome 112. */
function fixVersionMessage({ issue, found, expected }, context) {
    const list = (versions) => (versions.length === 0 ? 'none' : versions.map(quote/* inlineCode */.t).join(', '));
    return (0,markdown/* paragraphs */.qN)(`The fix versions of ${(0,quote/* inlineCode */.t)(issue)} are not the versions this pull request lands on.`, (0,markdown/* bulletList */.fF)([`in the issue: ${list(found)}`, `expected: **${list(expected)}**`]), `**What to do:** set the fix versions of ${(0,quote/* inlineCode */.t)(issue)} as expected and comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'status'))} to make me look again, or choose another destination. ${bypass(context)}`);
}
/** Outcome 223. */
function pendingHotfixMessage({ branches }, context) {
    return (0,markdown/* paragraphs */.qN)('The issue names a version that is being prepared on a hotfix branch. This pull request leaves it untouched:', (0,markdown/* bulletList */.fF)(branches.map(({ branch, version }) => `${(0,links/* branchLink */.li)(context, branch)}, for version ${(0,quote/* inlineCode */.t)(version)}`)), '**What to do:** if the change belongs there too, open a separate pull request towards that branch.');
}
function oneOf(projects) {
    return projects.length === 1 ? `the project ${(0,quote/* inlineCode */.t)(projects[0] ?? '')}` : `the projects ${(0,markdown/* enumerated */.BD)(projects.map(quote/* inlineCode */.t))}`;
}
function bypass(context) {
    return `An admin can comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'bypass_jira_check'))}.`;
}

// EXTERNAL MODULE: ./src/builds/build-key.ts
var build_key = __nccwpck_require__(1811);
;// CONCATENATED MODULE: ./src/outcomes/messages/landing-record.ts





const notKnown = 'not known';
/** The landing record for people (spec 5): enough to check later that the merge was right. */
function landingRecordText(landing, context) {
    const { versions, forced } = landing;
    return (0,markdown/* paragraphs */.qN)(forced === true ? '⚠️ **Forced:** an administrator merged the queue whatever the builds said.' : null, (0,markdown/* table */.tp)(['Version branch', 'Before', 'After', 'Tested'], versions.map((version) => versionRow(version, context))), isMadeUpLater(landing) ? '⚠️ This record was made up later: the run that merged ended before it could tell. Where the branches stood before, and what was tested, is not known here.' : null, buildsText(landing), (0,markdown/* bulletList */.fF)([
        `head that landed: ${(0,links/* commitLink */.wn)(context, landing.head)}`,
        `approvals: ${approvalsText(landing, context)}`,
        `options and bypasses in force: ${optionsText(landing.options, context)}`,
        `forced: ${forced === null ? notKnown : forced ? '**yes**' : 'no'}`,
        `settings: ${(0,quote/* inlineCode */.t)(landing.settingsHash)}`,
    ]));
}
function isMadeUpLater({ versions }) {
    return versions.some(({ before, tested }) => before === null || tested === null);
}
function versionRow({ branch, before, after, tested }, context) {
    return [
        (0,links/* branchLink */.li)(context, branch),
        before === null ? notKnown : (0,links/* commitLink */.wn)(context, before),
        (0,links/* commitLink */.wn)(context, after),
        tested === null ? notKnown : `${(0,links/* commitLink */.wn)(context, tested.commit)} on ${(0,quote/* inlineCode */.t)(tested.branch)}`,
    ];
}
function buildsText({ versions, buildsSkipped, forced }) {
    switch (buildsSkipped) {
        case 'bypassed':
            return '⚠️ **Builds were not looked at:** `bypass_build_status` is in force.';
        case 'no-build-key':
            return '⚠️ **Builds were not looked at:** the setting `build_key` is empty.';
        case null: {
            const tested = versions.flatMap((version) => (version.tested === null ? [] : [version.tested]));
            const rows = tested.flatMap(({ branch, evidence }) => (evidence === null ? [] : evidenceRows(evidence, branch)));
            const without = tested.filter(({ evidence }) => evidence === null).map(({ branch }) => (0,quote/* inlineCode */.t)(branch));
            const unsure = tested.some(({ evidence }) => evidence?.keys.some(({ saysWhichBranch }) => !saysWhichBranch) === true);
            return (0,markdown/* paragraphs */.qN)(rows.length === 0 ? null : (0,markdown/* paragraphs */.qN)('What vouched for it:', (0,markdown/* table */.tp)(['Branch', 'What', 'Id', 'Attempt', 'Workflow', 'Result', 'Ran on'], rows)), unsure ? '⚠️ A commit status or check run belongs to a commit: it cannot say which branch was built.' : null, without.length === 0 || forced === true ? null : `No build of its own is on record for ${without.join(', ')}: a later entry of the queue that contains it vouched for it.`);
        }
    }
}
/** Not linked: the merge has deleted these branches. */
function evidenceRows({ keys }, branch) {
    return keys.flatMap((key) => key.evidence.length === 0
        ? [[(0,quote/* inlineCode */.t)(branch), (0,quote/* inlineCode */.t)((0,build_key/* buildKeyText */.LL)(key.key)), '', '', '', 'none', '']]
        : key.evidence.map((evidence) => [(0,quote/* inlineCode */.t)(branch), ...evidenceCells(evidence)]));
}
function evidenceCells(evidence) {
    switch (evidence.kind) {
        case 'workflow-run':
            return [
                (0,links/* webLink */.Dl)(`workflow run ${(0,quote/* inlineCode */.t)(evidence.name ?? evidence.workflow)}`, evidence.link),
                String(evidence.id),
                String(evidence.attempt),
                (0,quote/* inlineCode */.t)(evidence.workflow),
                (0,quote/* inlineCode */.t)(evidence.result),
                evidence.branch === null ? notKnown : (0,quote/* inlineCode */.t)(evidence.branch),
            ];
        case 'commit-status':
            return [(0,links/* webLink */.Dl)(`commit status ${(0,quote/* inlineCode */.t)(evidence.context)}`, evidence.link), '', '', '', (0,quote/* inlineCode */.t)(evidence.result), 'any branch'];
        case 'check-run':
            return [(0,links/* webLink */.Dl)(`check run ${(0,quote/* inlineCode */.t)(evidence.name)}`, evidence.link), String(evidence.id), '', evidence.appSlug === null ? '' : `app ${(0,quote/* inlineCode */.t)(evidence.appSlug)}`, (0,quote/* inlineCode */.t)(evidence.result), 'any branch'];
    }
}
function approvalsText({ approvals }, context) {
    if (approvals === null) {
        return notKnown;
    }
    return approvals.length === 0
        ? 'none'
        : approvals.map(({ login, commit, onHead }) => `${(0,quote/* inlineCode */.t)(login)} on ${commit === null ? 'a commit GitHub does not name' : (0,links/* commitLink */.wn)(context, commit)}${onHead ? '' : ' (not the newest commit)'}`).join(', ');
}
function optionsText(options, context) {
    if (options === null) {
        return notKnown;
    }
    return options.length === 0 ? 'none' : options.map((option) => (0,messages_options/* optionText */.re)(option, context)).join(', ');
}

;// CONCATENATED MODULE: ./src/outcomes/messages/landing.ts





/** Outcome 102. */
function mergedMessage({ landing, ignored }, context) {
    return (0,markdown/* paragraphs */.qN)('This pull request is merged.', landedTable(landing, context), (0,cascade_picture/* ignoredBranches */.T)(ignored), record(landing, context), 'Thank you!');
}
/** Outcome 126. */
function mergedInPartMessage({ landing, ignored, remaining }, context) {
    return (0,markdown/* paragraphs */.qN)(`This pull request is merged **as it was when it was queued**, at ${(0,links/* commitLink */.wn)(context, landing.head)}. ${(0,markdown/* counted */.hS)(remaining.length, 'newer commit')} did not land:`, (0,markdown/* bulletList */.fF)(remaining.map(({ sha, subject }) => `${(0,links/* commitLink */.wn)(context, sha)} ${(0,markdown/* inlineText */.ln)(subject, 100)}`)), landedTable(landing, context), (0,cascade_picture/* ignoredBranches */.T)(ignored), '**What happens now:** nothing is lost. The remaining commits start a new cycle: approvals and builds are looked at again, and they merge like any other change.', record(landing, context));
}
function landedTable({ versions }, context) {
    const rows = versions.map(({ branch, before, after }) => [
        (0,links/* branchLink */.li)(context, branch),
        (0,links/* commitLink */.wn)(context, after),
        before === null ? '' : (0,links/* compareLink */.yM)(context, 'what came in', before, after),
    ]);
    return (0,markdown/* table */.tp)(['Landed on', 'Now at', 'Changes'], rows);
}
function record(landing, context) {
    return (0,markdown/* folded */.TM)('Landing record: what was tested, approved and set', landingRecordText(landing, context));
}
/** Outcome 305. */
function cleanedUpMessage({ deleted, closed }) {
    return (0,markdown/* paragraphs */.qN)('The pull request was closed, so I removed what I had made for it:', (0,markdown/* bulletList */.fF)([...deleted.map((branch) => `branch ${(0,quote/* inlineCode */.t)(branch)}`), ...closed.map((number) => `integration pull request #${number}`)]));
}

;// CONCATENATED MODULE: ./src/outcomes/messages/queue.ts







/** Outcome 124. */
function queueConflictMessage({ conflict }, context) {
    const { branch, files } = conflict;
    return (0,markdown/* paragraphs */.qN)(`Every check holds, but this pull request conflicts with what is already queued (on ${(0,links/* branchLink */.li)(context, branch)}), so I did not queue it.`, files.length === 0 ? null : (0,markdown/* paragraphs */.qN)(`**${(0,markdown/* counted */.hS)(files.length, 'file')} in conflict:**`, (0,markdown/* bulletList */.fF)(files.map(quote/* inlineCode */.t))), `**What to do:** wait until the queue has merged. I then try again by myself; if the conflict is with what was merged, I tell you how to resolve it. To see how the queue stands, comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'status'))}.`);
}
/** Outcome 125. */
function queuedMessage({ position, targets, ignored, pendingHotfixes, rebuilt }, context) {
    return (0,markdown/* paragraphs */.qN)(rebuilt ? `The queue had to be rebuilt, as ${(0,markdown/* inlineText */.ln)(rebuilt.reason)}.` : '', `Every check holds: this pull request is in the queue, **at position ${position}**. It merges as soon as CI is green on its queue branches. It will land on:`, (0,markdown/* bulletList */.fF)(targets.map((target) => (0,links/* branchLink */.li)(context, target))), (0,cascade_picture/* ignoredBranches */.T)(ignored), pendingHotfixNote(pendingHotfixes, context), 'You need not do anything. What you push from now on is not part of it: new commits start a cycle of their own after this merge.');
}
/** Outcome 127. */
function queueOutOfOrderMessage({ problems }, context) {
    return (0,markdown/* paragraphs */.qN)('Every check holds, but the queue branches contradict each other, so I did not queue this pull request.', problemTable(problems, context), '**What to do:** somebody with write access starts the workflow of the robot with the command `rebuild-queues`; then this pull request queues by itself.');
}
/** Outcome 136. */
function queueBuildFailedMessage({ branch, build }, context) {
    return (0,markdown/* paragraphs */.qN)(`CI failed on the queue branch ${(0,links/* branchLink */.li)(context, branch)} of this pull request, so the queue waits: nothing behind it merges.`, failedBranches(build, context), waitsOnlyForApproval(build)
        ? '**What to do:** approve the runs named above, after a look at what they would run.'
        : `**What to do:** if the failure had nothing to do with the change, comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'retry'))} to run the failed jobs again. Else close this pull request or push a fix, and have the queue rebuilt by the command ${(0,quote/* inlineCode */.t)('rebuild-queues')}.`);
}
/** Outcome 139. */
function ejectedMessage({ branch, build }, context) {
    return (0,markdown/* paragraphs */.qN)(`I took this pull request **out of the queue**: CI failed on ${(0,links/* branchLink */.li)(context, branch)}, while everything queued before it is green. So the failure comes from this change, or from the way it meets the others. The rest of the queue goes on without it.`, failedBranches(build, context), `**What to do:** push a fix; the pull request queues again by itself. If the failure had nothing to do with the change, comment ${(0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'retry'))}.`);
}
/** Outcome 214. */
function queueIncoherentMessage({ problems }, context) {
    return (0,markdown/* paragraphs */.qN)('The queue branches contradict each other, so I merge nothing from the queue.', problemTable(problems, context), '**What to do:** start the command `rebuild-queues`. It deletes the queue branches and queues every pull request again, in order.');
}
function problemTable(problems, context) {
    return problems.length === 0
        ? ''
        : (0,markdown/* table */.tp)(['Rule', 'Branch', 'What is wrong'], problems.map(({ rule, branch, detail }) => [rule, (0,links/* branchLink */.li)(context, branch), (0,markdown/* inlineText */.ln)(detail)]));
}
/** Outcome 306. */
function queueMergedMessage({ merged }, context) {
    return `The queue merged ${(0,markdown/* enumerated */.BD)(merged.map((number) => (0,links/* pullRequestLink */.Zl)(context, number)), 50)}.`;
}
/** Outcome 309. */
function queueFailedMessage({ failed }, context) {
    return (0,markdown/* paragraphs */.qN)('Nothing in the queue can merge, because CI failed on:', (0,markdown/* bulletList */.fF)(failed.map(({ pullRequest, branch }) => `${(0,links/* pullRequestLink */.Zl)(context, pullRequest)}: ${(0,links/* branchLink */.li)(context, branch)}`)), '**What to do:** run the failed jobs again, or take the pull request out of the queue: close it, or push a fix, and start the command `rebuild-queues`.');
}

// EXTERNAL MODULE: ./src/outcomes/messages/status-report.ts
var status_report = __nccwpck_require__(4409);
;// CONCATENATED MODULE: ./src/outcomes/messages/render.ts












/** What an outcome says to people, as Markdown: what happened, why, what to do. Without heading, footer and marker. */
function renderMessage(outcome, context) {
    switch (outcome.code) {
        case 100:
            return greetingMessage(outcome.author, context);
        case 101:
            return manualMessage(context);
        case 102:
            return mergedMessage(outcome, context);
        case 104:
            return (0,status_report/* statusReportMessage */.S6)(outcome, context);
        case 106:
            return incompatiblePrefixMessage(outcome, context);
        case 107:
            return missingIssueKeyMessage(outcome, context);
        case 108:
            return issueNotFoundMessage(outcome, context);
        case 109:
            return issueTypeMessage(outcome, context);
        case 110:
            return wrongProjectMessage(outcome, context);
        case 111:
            return prefixMismatchMessage(outcome, context);
        case 112:
            return fixVersionMessage(outcome, context);
        case 113:
            return historyMismatchMessage(outcome, context);
        case 114:
            return conflictMessage(outcome, context);
        case 115:
            return approvalMessage(outcome, context);
        case 118:
            return buildFailedMessage(outcome, context);
        case 120:
            return waitingMessage(outcome, context);
        case 121:
            return integrationBranchesMessage(outcome, context);
        case 122:
        case 123:
        case 130:
        case 131:
        case 134:
            return (0,messages_options/* refusalMessage */.se)(outcome.refusal, context);
        case 124:
            return queueConflictMessage(outcome, context);
        case 125:
            return queuedMessage(outcome, context);
        case 126:
            return mergedInPartMessage(outcome, context);
        case 127:
            return queueOutOfOrderMessage(outcome, context);
        case 128:
            return resetDoneMessage(outcome);
        case 129:
            return resetRefusedMessage(outcome, context);
        case 132:
            return divergedMessage(outcome, context);
        case 133:
            return serviceDownMessage(outcome);
        case 135:
            return askForBranchesMessage(outcome, context);
        case 136:
            return queueBuildFailedMessage(outcome, context);
        case 137:
            return restartedMessage(outcome, context);
        case 138:
            return clearedMessage(outcome);
        case 139:
            return ejectedMessage(outcome, context);
        case 204:
            return releasedMessage(outcome, context);
        case 207:
            return unrecognisedMessage(outcome);
        case 210:
            return notSelfContainedMessage(outcome, context);
        case 213:
            return integrationBranchMovedMessage(outcome, context);
        case 214:
            return queueIncoherentMessage(outcome, context);
        case 219:
        case 220:
            return settingsMessage(outcome);
        case 221:
            return notPermittedMessage(outcome, context);
        case 222:
            return destinationMissingMessage(outcome);
        case 223:
            return pendingHotfixMessage(outcome, context);
        case 301:
            return notHandledMessage(outcome.reason);
        case 302:
            return nothingToDoMessage(outcome.reason, context);
        case 303:
            return inProgressMessage(outcome, context);
        case 304:
            return notStartedMessage(outcome, context);
        case 305:
            return cleanedUpMessage(outcome);
        case 306:
            return queueMergedMessage(outcome, context);
        case 307:
        case 308:
            return administrationMessage(outcome);
        case 309:
            return queueFailedMessage(outcome, context);
    }
}


/***/ }),

/***/ 4409:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S6: () => (/* binding */ statusReportMessage),
/* harmony export */   pt: () => (/* binding */ escapedHtml),
/* harmony export */   rW: () => (/* binding */ checksText)
/* harmony export */ });
/* harmony import */ var _build_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9190);
/* harmony import */ var _cascade_picture_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(415);
/* harmony import */ var _icons_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(812);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(377);




/** A comment is no place for a thousand runs; the job summary shows more. */
const mostRuns = 30;
/** Outcome 104. */
function statusReportMessage({ report }, context) {
    const { checks, builds = [], cascade, queue } = report;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(queue === undefined ? null : `In the queue, at **position ${queue.position} of ${queue.length}**.`, checksText(checks), builds.length === 0
        ? null
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)('#### Builds', ...builds.map((branch) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(`${(0,_build_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .buildIcon */ .AA)(branch.state)} ${escapedHtml(branch.branch)}: ${(0,_build_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .accountSummary */ .Uf)(branch)}`, (0,_build_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .branchAccount */ .sR)(context, branch, mostRuns)))), cascade === undefined ? null : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)('#### Cascade', (0,_cascade_picture_js__WEBPACK_IMPORTED_MODULE_2__/* .drawCascade */ .n)(cascade), (0,_cascade_picture_js__WEBPACK_IMPORTED_MODULE_2__/* .ignoredBranches */ .T)(cascade.ignored)));
}
/** Checks that are no trouble: more of them than this are folded. */
const mostInSight = 4;
/**
 * All checks; also in the job summary. What stops and what was not looked at stand in sight; what holds or does not apply,
 * which are most of some twenty, is folded, in order.
 *
 * @param ending what the check that ended the evaluation came to: a merge ends it as well, and is no obstacle
 */
function checksText(checks, ending = 'failure') {
    const quiet = checks.filter(({ state }) => state === 'holds' || state === 'skipped');
    if (quiet.length <= mostInSight) {
        return checkTable(checks, ending);
    }
    const stopping = checks.filter(({ state }) => state === 'stops');
    const missed = checks.filter(({ state, detail }) => state === 'not-reached' && detail === '');
    const explained = checks.filter(({ state, detail }) => state === 'not-reached' && detail !== '');
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraphs */ .qN)(stopping.length + explained.length === 0 ? null : checkTable([...stopping, ...explained], ending), missed.length === 0 ? null : `${checkIcon('not-reached')} Not looked at yet: ${missed.map(({ name }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)(name)).join(', ')}.`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(quietTitle(quiet, stopping.length + missed.length + explained.length === 0), checkTable(quiet, ending)));
}
/** `✅ 15 checks hold, 6 do not apply`. */
function quietTitle(quiet, isAll) {
    const holding = quiet.filter(({ state }) => state === 'holds').length;
    const rest = quiet.length - holding;
    const hold = `${isAll ? 'All ' : ''}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(holding, 'check')} ${holding === 1 ? 'holds' : 'hold'}`;
    return `${checkIcon('holds')} ${hold}${rest === 0 ? '' : `, ${rest} ${rest === 1 ? 'does' : 'do'} not apply`}`;
}
function checkTable(checks, ending) {
    const icon = (state) => (state === 'stops' && ending !== 'failure' ? (0,_icons_js__WEBPACK_IMPORTED_MODULE_3__/* .stateIcon */ .h)(ending) : checkIcon(state));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'Check', 'Found'], checks.map((check) => [icon(check.state), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)(check.name), detailOf(check)]));
}
function checkIcon(state) {
    switch (state) {
        case 'holds':
            return '✅';
        case 'stops':
            return '🛑';
        case 'skipped':
            return '➖';
        case 'not-reached':
            return '⬜';
    }
}
/** The detail of a check that stops is its reason in plain text (`reasonOf`); the others are our own Markdown. */
function detailOf({ state, detail }) {
    switch (state) {
        case 'stops':
            return `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineText */ .ln)(detail)}**`;
        case 'not-reached':
            return detail === '' ? 'not looked at yet' : detail;
        case 'holds':
        case 'skipped':
            return detail;
    }
}
/** A name for the title of a folded part, where GitHub reads HTML and no Markdown. */
function escapedHtml(text) {
    const shown = text.slice(0, 200).replaceAll(/[^ -~\p{L}\p{N}]/gu, '\uFFFD').replaceAll(/[^\w ./-]/gu, (character) => `&#${String(character.codePointAt(0))};`);
    return `<code>${shown}</code>`;
}


/***/ }),

/***/ 4812:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ titleOf)
/* harmony export */ });
/* harmony import */ var _codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8507);

/** Heading of the message: that of the code, except where it would say what did not happen. */
function titleOf(outcome) {
    switch (outcome.code) {
        case 128:
            return outcome.gateOnly === true ? 'Nothing was reset' : (0,_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCode */ .lA)(128).title;
        case 131:
            return outcome.refusal.kind === 'too-many-pull-requests' ? 'Too many pull requests to wait for' : (0,_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCode */ .lA)(131).title;
        case 137:
            return outcome.restarted.length === 0 ? 'Nothing to restart' : (0,_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCode */ .lA)(137).title;
        case 302:
            return outcome.reason.kind === 'gate-only' ? 'Every check holds' : (0,_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCode */ .lA)(302).title;
        case 307:
            return outcome.command === 'doctor' ? 'The installation is in order' : (0,_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCode */ .lA)(307).title;
        case 308:
            return outcome.command === 'doctor' ? 'The installation needs work' : (0,_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCode */ .lA)(308).title;
        default:
            return (0,_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCode */ .lA)(outcome.code).title;
    }
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   p: () => (/* binding */ explanationOf)
/* harmony export */ });
/* harmony import */ var _builds_build_key_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1811);
/* harmony import */ var _builds_workflow_run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6592);
/* harmony import */ var _conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1251);



/** GitHub's limit for the description of a commit status. */
const maximalLength = 140;
/** A name longer than this would leave no room for what happened to it. */
const longestName = 80;
/**
 * The outcome in one short line: plain text for the commit status and for lists of checks, at most 140 characters. It is
 * not escaped for Markdown.
 */
function reasonOf(outcome) {
    return shortened(reason(outcome), maximalLength);
}
/** Far more than anybody reads; an output has room for it. */
const maximalExplanation = 4_000;
/** The outcome in plain text, not limited to what a commit status holds: every problem, and details whole. */
function explanationOf(outcome) {
    switch (outcome.code) {
        case 127:
        case 214:
            return shortened(capitalised(problemLines(outcome.problems)), maximalExplanation);
        case 219:
        case 220:
            return shortened(outcome.problems.map(plain).join(' · '), maximalExplanation);
        default:
            return shortened(reason(outcome), maximalExplanation);
    }
}
function problemLines(problems) {
    return problems.map((problem) => problemReason([problem])).join(', ');
}
function reason(outcome) {
    switch (outcome.code) {
        case 100:
            return 'First look at this pull request';
        case 101:
            return 'Manual shown';
        case 102:
            return outcome.landing.versions.length === 0 ? 'Merged' : `Merged into ${names(outcome.landing.versions.map(({ branch }) => branch))}`;
        case 104:
            return 'Status reported';
        case 106:
            return `Prefix ${name(outcome.prefix)} not accepted by ${names(outcome.refusedBy.map(({ branch }) => branch))}`;
        case 107:
            return `No issue key in ${name(outcome.source)}`;
        case 108:
            return `Issue ${name(outcome.issue)} not found`;
        case 109:
            return `Issue ${name(outcome.issue)} has type ${name(outcome.type)}, which is not supported`;
        case 110:
            return `Issue ${name(outcome.issue)} belongs to project ${name(outcome.project)}`;
        case 111:
            return `Issue ${name(outcome.issue)} (${name(outcome.type)}) wants prefix ${name(outcome.expectedPrefix)}, not ${name(outcome.prefix)}`;
        case 112:
            return `Fix versions of ${name(outcome.issue)} should be ${names(outcome.expected)}`;
        case 113:
            return `History mismatch on ${name(outcome.integrationBranch)}: use reset`;
        case 114:
            return conflictReason(outcome.conflict.branch, outcome.conflict.files.length);
        case 115:
            return approvalReason(outcome.missing);
        case 118:
            return failedReason(outcome.build);
        case 120:
            return `Waiting for ${names([...outcome.open, ...outcome.closed].map((number) => `#${number}`))}`;
        case 121:
            return `${count(outcome.branches.length, 'integration branch', 'integration branches')} created`;
        case 122:
            return `Unknown command: ${name(outcome.refusal.keyword)}`;
        case 123:
            return `${loginOf(outcome.refusal.author)} may not use ${name(outcome.refusal.keyword)}`;
        case 124:
            return `Conflict with the queue on ${name(outcome.conflict.branch)}: ${count(outcome.conflict.files.length, 'file')}`;
        case 125:
            return `Queued at position ${outcome.position}`;
        case 126:
            return `Merged, but ${count(outcome.remaining.length, 'newer commit')} did not land`;
        case 127:
            return `The queue is out of order: ${problemReason(outcome.problems)}`;
        case 128:
            if (outcome.gateOnly === true) {
                return 'Nothing was reset: a gate deletes nothing';
            }
            return outcome.deleted.length === 0 ? 'Reset: there was nothing to delete' : `Reset: ${count(outcome.deleted.length, 'branch', 'branches')} deleted`;
        case 129:
            return `Reset would lose work on ${names(outcome.branches.map(({ branch }) => branch))}`;
        case 130:
            return `Option not understood: ${name(outcome.refusal.keyword)}${outcome.refusal.value === null ? '' : `=${name(outcome.refusal.value)}`}`;
        case 131:
            if (outcome.refusal.kind === 'too-many-pull-requests') {
                return `${name(outcome.refusal.keyword)} names more than ${_conversation_vocabulary_js__WEBPACK_IMPORTED_MODULE_0__/* .mostDependencies */ .b6} pull requests`;
            }
            return outcome.refusal.value === null ? `${name(outcome.refusal.keyword)} needs a number` : `No pull request ${name(outcome.refusal.value)}`;
        case 132:
            return `${name(outcome.source)} is ${count(outcome.behind, 'commit')} behind, ${outcome.limit} allowed`;
        case 133:
            return `No verdict: ${outcome.service} did not answer (${plain(outcome.detail)})`;
        case 134:
            return `Only the author may use ${name(outcome.refusal.keyword)}`;
        case 135:
            return 'Integration branches must be asked for';
        case 136:
            return `In the queue: ${failedReason(outcome.build)}`;
        case 137:
            return `${count(outcome.restarted.length, 'workflow run')} restarted`;
        case 138:
            return `${count(outcome.removed, 'comment')} cleared`;
        case 139:
            return `Taken out of the queue: ${failedReason(outcome.build)}`;
        case 204:
            return `${name(outcome.version)} is released (tag ${name(outcome.tag)}); delete ${name(outcome.branch)}`;
        case 207:
            return `Not a GitWaterFlow branch: ${name(outcome.branch)}`;
        case 210:
            return `${name(outcome.newer)} does not include ${name(outcome.older)}`;
        case 213:
            return `${name(outcome.branch)} moved meanwhile`;
        case 214:
            return `Queue incoherent: ${problemReason(outcome.problems)}`;
        case 219:
            return settingsReason('Settings cannot be read', outcome.problems);
        case 220:
            return settingsReason('Settings malformed', outcome.problems);
        case 221:
            return refusedReason(outcome);
        case 222:
            return `Destination ${name(outcome.destination)} does not exist`;
        case 223:
            return `Pending: ${names(outcome.branches.map(({ branch }) => branch))}`;
        case 301:
            return notHandledReason(outcome.reason);
        case 302:
            return nothingToDoReason(outcome.reason);
        case 303:
            return outcome.build === null ? 'CI running' : inProgressReason(outcome.build);
        case 304:
            return notStartedReason(outcome.build, outcome.justPushed);
        case 305:
            return `Closed; cleaned up: ${[
                ...(outcome.deleted.length === 0 ? [] : [count(outcome.deleted.length, 'branch', 'branches')]),
                ...(outcome.closed.length === 0 ? [] : [count(outcome.closed.length, 'pull request')]),
            ].join(', ')}`;
        case 306:
            return `Queue merged ${names(outcome.merged.map((number) => `#${number}`))}`;
        case 307:
            return outcome.command === 'doctor' ? capitalised(plain(outcome.detail)) : `Done: ${plain(outcome.command)}: ${plain(outcome.detail)}`;
        case 308:
            return outcome.command === 'doctor' ? capitalised(plain(outcome.detail)) : `Refused: ${plain(outcome.command)}: ${plain(outcome.detail)}`;
        case 309:
            return `CI failed in the queue: ${names(outcome.failed.map(({ pullRequest, branch }) => `#${pullRequest} on ${branch}`))}`;
    }
}
function conflictReason(branch, files) {
    return `Conflict on ${name(branch)}: ${files === 0 ? 'no common history' : count(files, 'file')}`;
}
/** A change request first: it blocks whatever else is given. */
function approvalReason({ author, peers, leaders, changeRequesters, unanimityMissing }) {
    if (changeRequesters.length > 0) {
        return `Change requested by ${names(changeRequesters)}`;
    }
    const approvals = Math.max(peers.missing, leaders.missing);
    const parts = [
        ...(approvals === 0 ? [] : [`${count(approvals, 'approval')} missing${leaders.missing > 0 ? ` (${leaders.missing} of a leader)` : ''}`]),
        ...(author ? ['the author has not approved'] : []),
        ...(unanimityMissing.length === 0 ? [] : [`not approved by ${names(unanimityMissing)}`]),
    ];
    return capitalised(parts.join('; '));
}
function failedReason({ branch, decidedBy }) {
    const { evidence } = decidedBy;
    if (evidence.length > 0 && evidence.every(({ result }) => result === 'action_required')) {
        return `CI on ${name(branch)} waits for a person to approve ${count(evidence.length, 'workflow run')}`;
    }
    const failed = decidedBy.saysWhichBranch ? count(evidence.length, 'workflow run') : name((0,_builds_build_key_js__WEBPACK_IMPORTED_MODULE_1__/* .buildKeyText */ .LL)(decidedBy.key));
    return `CI failed on ${name(branch)}: ${failed}`;
}
function inProgressReason({ branch, branches }) {
    const others = branchesIn(branches, 'in-progress') - 1;
    return `CI running on ${name(branch)}${others > 0 ? ` and ${count(others, 'other branch', 'other branches')}` : ''}`;
}
function notStartedReason(build, justPushed) {
    if (justPushed.length > 0) {
        return `Waiting for CI on ${names(justPushed)}, just pushed`;
    }
    if (build === null) {
        return 'Waiting for CI to start';
    }
    const { branch, decidedBy } = build;
    if (!decidedBy.saysWhichBranch) {
        return `No ${name((0,_builds_build_key_js__WEBPACK_IMPORTED_MODULE_1__/* .buildKeyText */ .LL)(decidedBy.key))} on ${name(branch)} yet`;
    }
    const { cause, missingWorkflows } = decidedBy.runs;
    switch (cause) {
        case 'required-workflow-missing':
            return `No run of ${names(missingWorkflows.map(_builds_workflow_run_js__WEBPACK_IMPORTED_MODULE_2__/* .workflowFileName */ .Jo))} on ${name(branch)}`;
        case 'all-skipped':
            return `CI skipped everything on ${name(branch)}`;
        default:
            return `No CI run on ${name(branch)} yet`;
    }
}
function branchesIn(branches, state) {
    return branches.filter((branch) => branch.state === state).length;
}
function problemReason(problems) {
    const [first, ...others] = problems;
    return first === undefined ? 'rebuild it' : `${first.rule} on ${name(first.branch)}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}
function settingsReason(what, [first, ...others]) {
    return first === undefined ? what : `${what}: ${others.length > 0 ? `${others.length + 1} problems, first ` : ''}${plain(first)}`;
}
function notHandledReason(why) {
    switch (why.kind) {
        case 'source-kind':
            return `Not merged by the robot: source ${name(why.branch)}`;
        case 'destination-kind':
            return `Not merged by the robot: destination ${name(why.branch)}`;
        case 'fork':
            return `From a fork${why.repository === null ? '' : ` (${name(why.repository)})`}, which the settings do not allow`;
        case 'queues-off':
            return 'The settings switch queues off';
    }
}
function nothingToDoReason(why) {
    switch (why.kind) {
        case 'merged':
            return 'Merged already';
        case 'closed':
            return 'Closed';
        case 'no-such-pull-request':
            return `There is no pull request #${why.number}`;
        case 'event':
            return capitalised(plain(why.detail));
        case 'wait':
            return `On hold: option wait, set by ${setterOf(why.setBy)}${why.queued === true ? '; what is queued lands all the same' : ''}`;
        case 'namesake':
            return `#${why.pullRequest} has a source branch of the same name, and goes first`;
        case 'already-contained':
            return `${name(why.destination)} already contains ${name(why.source)}`;
        case 'source-gone':
            return `Source branch ${name(why.source)} is gone`;
        case 'changed-meanwhile':
            return `Changed while looking: ${plain(why.detail)}; the next event looks again`;
        case 'busy':
            return `Branches kept moving (${count(why.attempts, 'attempt')}); the next event tries again`;
        case 'same-head':
            return `Every check holds, but #${why.pullRequest} has the same head commit: push one to either`;
        case 'gate-only':
            return 'Every check holds';
        case 'queue-waits':
            return 'The queue waits for CI';
        case 'queue-rebuild':
            return 'The queue is being rebuilt; this pull request comes after that';
        case 'queued':
            return 'In the queue';
        case 'ejected':
            return 'Taken out of the queue; waiting for new commits';
        case 'integration-pull-request-without-parent':
            return 'Integration pull request without a parent';
    }
}
function refusedReason({ operation, cause, branches }) {
    switch (cause) {
        case 'workflow-permission':
            return 'GitHub refused the push: the token may not change workflow files';
        case 'protected-branch':
            return `GitHub refused the push: the robot may not push to ${branches.length === 0 ? 'a protected branch' : names(branches)}`;
        case 'not-permitted':
            return `GitHub refused: the token may not ${plain(operation)}`;
        case 'other':
            return `GitHub refused: ${plain(operation)}`;
    }
}
function setterOf(setBy) {
    switch (setBy.kind) {
        case 'comment':
            return loginOf(setBy.author);
        case 'settings':
            return 'the settings';
        case 'input':
            return 'the input options';
    }
}
function loginOf(author) {
    return author === null ? 'a deleted account' : name(author);
}
function names(all) {
    const shown = all.slice(0, 4).map(name);
    return all.length > shown.length ? `${shown.join(', ')} and ${all.length - shown.length} more` : shown.join(', ');
}
/** A name from outside, on one line, without what is invisible. */
function name(text) {
    return shortened(plain(text), longestName);
}
function plain(text) {
    return text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/\p{Cf}/gu, '').replaceAll(/\p{Cs}/gu, '\uFFFD').trim();
}
/** Cut between two characters, never within one. */
function shortened(text, limit) {
    if (text.length <= limit) {
        return text;
    }
    let kept = '';
    for (const character of text) {
        if (kept.length + character.length > limit - 1) {
            break;
        }
        kept += character;
    }
    return `${kept}…`;
}
function count(number, noun, plural = `${noun}s`) {
    return `${number} ${number === 1 ? noun : plural}`;
}
function capitalised(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}


/***/ }),

/***/ 8720:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lM: () => (/* binding */ isEmptyPlan),
/* harmony export */   n7: () => (/* binding */ emptyPlan),
/* harmony export */   xH: () => (/* binding */ joinPlans)
/* harmony export */ });
/* unused harmony export composePushes */
const emptyPlan = {
    push: [],
    openPullRequests: [],
    closePullRequests: [],
    dispatches: [],
    reruns: [],
    statuses: [],
    deleteComments: [],
    comments: [],
};
/**
 * Two plans carried out together. Where both touch a ref, the second starts from what the first would leave. What the
 * first wants on a branch that the second deletes is left out: GitHub would refuse it, after the push.
 */
function joinPlans(first, second) {
    const deleted = new Set((second.push ?? []).filter(({ to }) => to === null).map(({ ref }) => ref));
    const stays = (branch) => !deleted.has(`refs/heads/${branch}`);
    return {
        push: composePushes(first.push, second.push ?? []),
        openPullRequests: [...first.openPullRequests.filter(({ head }) => stays(head)), ...(second.openPullRequests ?? [])],
        closePullRequests: [...first.closePullRequests, ...(second.closePullRequests ?? [])],
        dispatches: [...first.dispatches.filter(({ branch }) => stays(branch)), ...(second.dispatches ?? [])],
        reruns: [...first.reruns, ...(second.reruns ?? [])],
        statuses: [...first.statuses, ...(second.statuses ?? [])],
        deleteComments: [...first.deleteComments, ...(second.deleteComments ?? [])],
        comments: [...first.comments, ...(second.comments ?? [])],
    };
}
/**
 * One push instead of two. A branch that would be created and deleted again is left out: it never needs to exist.
 *
 * @throws if the second update does not start where the first ends: that would be a mistake of the program
 */
function composePushes(first, second) {
    const updates = new Map(first.map((update) => [update.ref, update]));
    for (const update of second) {
        const earlier = updates.get(update.ref);
        if (earlier !== undefined && earlier.to !== update.from) {
            throw new Error(`The plan moves ${update.ref} twice, and not from where it was left`);
        }
        updates.set(update.ref, { ...update, from: earlier === undefined ? update.from : earlier.from });
    }
    return [...updates.values()].filter((update) => update.from !== update.to);
}
/** Nothing would change: a run on an unchanged world ends with such a plan (spec 6, idempotence). */
function isEmptyPlan(plan) {
    return Object.values(plan).every((part) => part.length === 0);
}


/***/ }),

/***/ 4220:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ GitOutage),
/* harmony export */   "in": () => (/* binding */ emptyTree),
/* harmony export */   nM: () => (/* binding */ tipOf)
/* harmony export */ });
/** Where a branch or tag is, named in full; null: it does not exist. */
function tipOf({ branches, tags }, ref) {
    if (ref.startsWith('refs/heads/'))
        return branches.get(ref.slice('refs/heads/'.length)) ?? null;
    return ref.startsWith('refs/tags/') ? tags.get(ref.slice('refs/tags/'.length)) ?? null : null;
}
/** The tree without files, in a repository that names its objects like this. */
function emptyTree(like) {
    return like.length === 64 ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321' : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}
/** git, or the way to it, failed: no verdict can be drawn (outcome 133). */
class GitOutage extends Error {
    operation;
    detail;
    name = 'GitOutage';
    constructor(
    /** What was being done, e.g. `fetch`. */
    operation, 
    /** Cleaned of credentials and control characters. */
    detail, options) {
        super(`git ${operation} failed: ${detail}`, options);
        this.operation = operation;
        this.detail = detail;
    }
}


/***/ }),

/***/ 7533:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ GitHubRefusal),
/* harmony export */   p: () => (/* binding */ GitHubOutage)
/* harmony export */ });
/** GitHub, or the way to it, failed or answered nonsense: no verdict can be drawn (outcome 133). */
class GitHubOutage extends Error {
    operation;
    status;
    detail;
    name = 'GitHubOutage';
    constructor(
    /** What was to be done, in words that follow *may not*, e.g. `read the reviews of #12`. */
    operation, 
    /** HTTP status, or null when there was no answer. */
    status, detail, options) {
        super(`GitHub did not answer usefully (${operation}): ${detail}`, options);
        this.operation = operation;
        this.status = status;
        this.detail = detail;
    }
}
/** GitHub understood and refused for good (403 without a limit, 404 on a write, 422): repeating does not help. */
class GitHubRefusal extends Error {
    operation;
    status;
    detail;
    name = 'GitHubRefusal';
    constructor(operation, status, detail, options) {
        super(`GitHub refused (${operation}, ${String(status)}): ${detail}`, options);
        this.operation = operation;
        this.status = status;
        this.detail = detail;
    }
}


/***/ }),

/***/ 8030:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ IssueTrackerOutage)
/* harmony export */ });
/** The tracker, or the way to it, failed or answered nonsense (outcome 133). */
class IssueTrackerOutage extends Error {
    status;
    detail;
    name = 'IssueTrackerOutage';
    constructor(
    /** HTTP status, or null when there was no answer. */
    status, 
    /** Cleaned of credentials and control characters. */
    detail, options) {
        super(`The issue tracker did not answer usefully: ${detail}`, options);
        this.status = status;
        this.detail = detail;
    }
}


/***/ }),

/***/ 8086:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cascadePicture)
/* harmony export */ });
/** The cascade as the summary and the status report draw it; null until it was looked at. */
function cascadePicture({ cascade, trial, pullRequest }, landed) {
    if (cascade?.kind !== 'cascade' || pullRequest === undefined) {
        return null;
    }
    const obstacle = trial?.obstacle ?? null;
    const [first, ...later] = cascade.targets;
    const steps = later.map(({ branch }) => {
        const step = trial?.steps.find(({ destination }) => destination === branch);
        return { destination: branch, integrationBranch: step?.branch ?? null, state: step?.kind ?? 'not-tried' };
    });
    const blocked = steps.findIndex(({ state }) => state === 'not-tried');
    if (obstacle !== null && blocked !== -1) {
        const name = obstacle.kind === 'conflict' ? obstacle.conflict.branch : obstacle.integrationBranch;
        steps.splice(blocked, 1, { destination: steps[blocked]?.destination ?? '', integrationBranch: name, state: obstacle.kind });
    }
    const onSource = obstacle?.kind === 'conflict' && obstacle.conflict.where === 'source';
    return {
        source: pullRequest.head.branch,
        steps: [{ destination: first.branch, integrationBranch: null, state: onSource ? 'conflict' : trial === undefined ? 'not-tried' : 'unchanged' }, ...(onSource ? [] : steps)],
        ignored: cascade.ignored,
        landed,
    };
}


/***/ }),

/***/ 8973:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fD: () => (/* binding */ isNotice),
  QV: () => (/* binding */ isSaid),
  X5: () => (/* binding */ isToldOnce),
  KC: () => (/* binding */ messagePullRequest),
  u8: () => (/* binding */ outcomeState),
  iM: () => (/* binding */ planComments),
  wf: () => (/* binding */ planStatus),
  _6: () => (/* binding */ statusState)
});

// EXTERNAL MODULE: ./src/conversation/marker.ts
var conversation_marker = __nccwpck_require__(5473);
// EXTERNAL MODULE: ./src/outcomes/codes.ts
var codes = __nccwpck_require__(8507);
// EXTERNAL MODULE: ./src/conversation/quote.ts
var quote = __nccwpck_require__(6431);
// EXTERNAL MODULE: ./src/outcomes/admission.ts
var outcomes_admission = __nccwpck_require__(5264);
// EXTERNAL MODULE: ./src/outcomes/messages/context.ts
var messages_context = __nccwpck_require__(3969);
// EXTERNAL MODULE: ./src/outcomes/messages/icons.ts
var icons = __nccwpck_require__(812);
// EXTERNAL MODULE: ./src/outcomes/messages/links.ts
var messages_links = __nccwpck_require__(2243);
// EXTERNAL MODULE: ./src/outcomes/messages/markdown.ts
var markdown = __nccwpck_require__(377);
// EXTERNAL MODULE: ./src/outcomes/messages/options.ts
var messages_options = __nccwpck_require__(3192);
// EXTERNAL MODULE: ./src/outcomes/messages/render.ts + 13 modules
var render = __nccwpck_require__(115);
// EXTERNAL MODULE: ./src/outcomes/messages/title.ts
var title = __nccwpck_require__(4812);
;// CONCATENATED MODULE: ./src/outcomes/messages/compose.ts











/** GitHub's limit for a comment, in characters. */
const longestComment = 65_536;
/**
 * A comment as it is posted: heading, message, footer, and the hidden marker as its last line, by which the robot
 * recognises it later. A message beyond GitHub's limit is cut; footer and marker never are.
 */
function composeComment(outcome, context) {
    const message = (0,markdown/* paragraphs */.qN)(`### ${(0,icons/* stateIcon */.h)((0,codes/* describeCode */.lA)(outcome.code).state)} ${(0,title/* titleOf */.G)(outcome)}`, (0,render/* renderMessage */.e)(outcome, context));
    const key = (0,conversation_marker/* contentKey */.lO)(message);
    const ending = `\n\n---\n\n${footer(context)}\n\n${(0,conversation_marker/* markerLine */.B_)({ code: outcome.code, key, data: markerData(outcome, context.settled ?? null) })}`;
    return { body: `${(0,markdown/* withinLimit */.zl)(message, longestComment - ending.length, ({ length }) => length)}${ending}`, key };
}
/** What the robot wants to find again: which head was queued or taken out of the queue, in which state a pull request waits. */
function markerData(outcome, settled) {
    switch (outcome.code) {
        case 115:
            return settled === null ? {} : { settled };
        case 125:
            return { ...headData(outcome.head), ...rebuildData(outcome.rebuilt?.record), ...admissionData(outcome.admission) };
        case 139:
            return { ...headData(outcome.head), ...rebuildData(outcome.rebuild) };
        default:
            return {};
    }
}
function headData(head) {
    return typeof head === 'string' ? { head } : {};
}
function rebuildData(rebuild) {
    return typeof rebuild === 'string' ? { rebuild } : {};
}
function admissionData(admission) {
    const text = admission === undefined ? null : (0,outcomes_admission/* writeAdmission */.L)(admission);
    return text === null ? {} : { admission: text };
}
/** More options than these are counted: `after_pull_request` may be given a thousand times. */
const mostOptions = 20;
/** Options in force with who set them, and where to look further. */
function footer(context) {
    const { inForce } = context.options;
    const shown = inForce.slice(0, mostOptions).map((option) => (0,messages_options/* optionText */.re)(option, context));
    const more = inForce.length > mostOptions ? [`${inForce.length - mostOptions} more`] : [];
    const options = inForce.length === 0 ? 'No options set' : `Options: ${[...shown, ...more].join(', ')}`;
    const links = [...(context.runUrl === null ? [] : [(0,messages_links/* webLink */.Dl)('this run', context.runUrl)]), (0,quote/* inlineCode */.t)((0,messages_context/* spoken */.v)(context, 'help'))];
    return `<sub>${[options, ...links].join(' · ')}</sub>`;
}

// EXTERNAL MODULE: ./src/outcomes/reason.ts
var reason = __nccwpck_require__(1725);
;// CONCATENATED MODULE: ./src/pull-request/telling.ts




/**
 * The comments to post: those of the outcomes that are told in comments, without repeating what was said (spec 3, "The
 * robot never repeats itself"). Notices that are posted once do not count as the last message: they stand beside it.
 */
function planComments(outcomes, facts) {
    if (facts.noComment) {
        return [];
    }
    const said = facts.comments.map((comment) => (0,conversation_marker/* markerOfComment */.f)(comment, facts.robot)).filter((marker) => marker !== null);
    let lastKey = said.findLast(({ code }) => !isNotice(code))?.key ?? null;
    const planned = [];
    for (const outcome of outcomes) {
        const policy = codes/* codes */.F4[outcome.code].comment;
        if (policy === 'never' || (isToldOnce(outcome.code) && said.some(({ code }) => code === outcome.code))) {
            continue;
        }
        const { body, key } = composeComment(outcome, facts.context);
        const answer = facts.answers && outcome === outcomes.at(-1);
        const repeated = (policy === 'unless-last' && key === lastKey && !answer) ||
            (policy === 'once-per-content' && said.some((marker) => marker.code === outcome.code && marker.key === key));
        if (!repeated) {
            planned.push({ pullRequest: facts.context.pullRequest.number, body, key });
            lastKey = isNotice(outcome.code) ? lastKey : key;
        }
    }
    return planned;
}
/**
 * Whether exactly this was said before, however long ago. A failure in the queue is told once (spec 4): the pull request
 * itself may have something else to say at every look, and the two would push each other aside for ever.
 */
function isSaid(outcome, { comments, robot, context }) {
    const { key } = composeComment(outcome, context);
    return comments.some((comment) => {
        const marker = (0,conversation_marker/* markerOfComment */.f)(comment, robot);
        return marker?.code === outcome.code && marker.key === key;
    });
}
/**
 * Told at most once on a pull request, in whatever words: what the table says so of, and a merge. A pull request merges
 * once, but two runs may find out: the one that pushed, and one that found the merge untold.
 */
function isToldOnce(code) {
    return code === 102 || (code in codes/* codes */.F4 && codes/* codes */.F4[code].comment === 'once');
}
/** Told beside the outcomes: what it is followed by is not said anew because of it. */
function isNotice(code) {
    return code in codes/* codes */.F4 && ['once', 'once-per-content'].includes(codes/* codes */.F4[code].comment);
}
/** What the commit status says after this outcome; null: it stays as it is. */
function statusState(outcome) {
    if (outcome.code === 302) {
        switch (outcome.reason.kind) {
            case 'gate-only':
                return 'success';
            // What is queued has a status of the queue, which the option does not stop.
            case 'wait':
                return outcome.reason.queued === true ? null : 'pending';
            case 'same-head':
            case 'already-contained':
            case 'changed-meanwhile':
            case 'busy':
                return 'pending';
            default:
                return null;
        }
    }
    // After a merge in part the head is not merged: the new cycle says how its newer commits stand.
    if (outcome.code === 126) {
        return null;
    }
    const { state } = codes/* codes */.F4[outcome.code];
    return state === 'neutral' ? null : state;
}
/** State of the outcome for the outputs: as in the table, but a gate that holds is a success, and to be busy, or to let a rebuild end, is to wait. */
function outcomeState(outcome) {
    if (outcome.code === 302 && outcome.reason.kind === 'gate-only') {
        return 'success';
    }
    return outcome.code === 302 && ['busy', 'queue-rebuild', 'same-head'].includes(outcome.reason.kind) ? 'pending' : codes/* codes */.F4[outcome.code].state;
}
/** What the texts name of a pull request. */
function messagePullRequest(pullRequest) {
    const { number, author, head, base } = pullRequest;
    return { number, author, sourceBranch: head.branch, destinationBranch: base.branch, headSha: head.sha, fork: head.fork };
}
/** The status to write on the head of the pull request; none if it says the same already. */
function planStatus(outcome, head, current, context, targetUrl) {
    const state = statusState(outcome);
    if (state === null) {
        return [];
    }
    const description = (0,reason/* reasonOf */.A)(outcome);
    const own = current.find((status) => status.context.toLowerCase() === context.toLowerCase());
    // Right after a merge GitHub may still call the pull request open: what says "merged" stays.
    const isMerged = own?.state === 'success' && outcome.code === 302 && outcome.reason.kind === 'already-contained';
    const same = own?.state === state && own.description === description;
    return same || isMerged ? [] : [{ commit: head, context, state, description, targetUrl }];
}


/***/ }),

/***/ 45:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ logGroups)
/* harmony export */ });
/* harmony import */ var _outcomes_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8507);
/* harmony import */ var _outcomes_messages_build_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9190);
/* harmony import */ var _outcomes_reason_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1725);



/** A log holds more than a summary, but nobody reads thousands of runs of other branches. */
const mostRuns = 100;
/** What was found out and done, for whoever asks why: one group for the queue, and one for each pull request. */
function logGroups(report) {
    return [...queueGroup(report), ...report.handled.map((handled) => pullRequestGroup(handled, report.dryRun))];
}
function queueGroup({ queue, dryRun }) {
    if (queue === null) {
        return [];
    }
    const cells = (queue.matrix?.rows ?? []).flatMap((row) => row.cells.flatMap((cell) => (cell === null ? [] : [{ ...cell, pullRequest: row.pullRequest }])));
    return [
        {
            title: `The queue: ${heading(queue.outcome)}`,
            lines: [
                ...cells.map(({ pullRequest, branch, commit, state }) => `#${String(pullRequest)} ${branch} at ${short(commit)}: ${state}`),
                ...cells.flatMap(({ evidence }) => (evidence === null ? [] : buildLines(evidence))),
                ...pushLines(queue.plan.push, dryRun),
            ],
        },
    ];
}
function pullRequestGroup({ number, pullRequest, outcome, records, facts, plan, looks }, dryRun) {
    return {
        title: `#${String(pullRequest?.number ?? number)}: ${heading(outcome)}`,
        lines: [
            ...(looks > 1 ? [`looked at ${String(looks)} times, because something moved meanwhile`] : []),
            ...records.filter(({ state }) => state !== 'not-reached').map(checkLine),
            ...(facts.builds ?? []).flatMap(buildLines),
            ...pushLines(plan?.push ?? [], dryRun),
            ...(plan?.comments ?? []).map(({ pullRequest: on }) => `comment on #${String(on)}`),
            ...(plan?.statuses ?? []).map(({ state, description }) => `status ${state}: ${description}`),
        ],
    };
}
function heading(outcome) {
    return `${String(outcome.code)} ${_outcomes_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F4[outcome.code].name}: ${(0,_outcomes_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A)(outcome)}`;
}
function checkLine({ name, state, detail }) {
    const sign = state === 'holds' ? '✓' : state === 'stops' ? '✗' : '–';
    return withoutMarks(`${sign} ${name}${detail === '' ? '' : `: ${detail}`}`);
}
function buildLines({ branch, commit, state, keys }) {
    const details = keys.flatMap((key) => key.saysWhichBranch
        ? key.runs.account.slice(0, mostRuns).map((account) => {
            const { run } = account;
            return `  run ${String(run.id)} (${run.name ?? run.workflowPath}, ${run.event}, attempt ${String(run.runAttempt)}): ${run.conclusion ?? run.status ?? 'unknown'}; counts: ${(0,_outcomes_messages_build_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .accountText */ .Pm)(account)}`;
        })
        : key.evidence.map((evidence) => `  ${(0,_outcomes_messages_build_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceText */ .rS)(evidence)}`));
    return [`${branch} at ${short(commit)}: ${state}`, ...details].map(withoutMarks);
}
function pushLines(push, dryRun) {
    const word = dryRun ? 'would push' : 'pushed';
    return push.map(({ ref, from, to }) => `${word} ${ref}: ${short(from)} → ${short(to)}`);
}
function short(commit) {
    return commit === null ? 'none' : commit.slice(0, 7);
}
/** The texts are made for Markdown. */
function withoutMarks(text) {
    return text.replaceAll('**', '').replaceAll('`', '');
}


/***/ }),

/***/ 1409:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ presentSummary)
});

// EXTERNAL MODULE: ./src/outcomes/messages/render.ts + 13 modules
var render = __nccwpck_require__(115);
// EXTERNAL MODULE: ./src/plan/plan.ts
var plan_plan = __nccwpck_require__(8720);
// EXTERNAL MODULE: ./src/pull-request/cascade-picture.ts
var cascade_picture = __nccwpck_require__(8086);
// EXTERNAL MODULE: ./src/pull-request/telling.ts + 1 modules
var telling = __nccwpck_require__(8973);
// EXTERNAL MODULE: ./src/outcomes/codes.ts
var codes = __nccwpck_require__(8507);
// EXTERNAL MODULE: ./src/outcomes/messages/build-evidence.ts
var build_evidence = __nccwpck_require__(9190);
// EXTERNAL MODULE: ./src/outcomes/messages/cascade-picture.ts
var messages_cascade_picture = __nccwpck_require__(415);
// EXTERNAL MODULE: ./src/outcomes/messages/icons.ts
var icons = __nccwpck_require__(812);
// EXTERNAL MODULE: ./src/outcomes/messages/links.ts
var links = __nccwpck_require__(2243);
// EXTERNAL MODULE: ./src/outcomes/messages/markdown.ts
var markdown = __nccwpck_require__(377);
// EXTERNAL MODULE: ./src/outcomes/messages/status-report.ts
var status_report = __nccwpck_require__(4409);
// EXTERNAL MODULE: ./src/outcomes/messages/title.ts
var messages_title = __nccwpck_require__(4812);
// EXTERNAL MODULE: ./src/outcomes/reason.ts
var reason = __nccwpck_require__(1725);
// EXTERNAL MODULE: ./src/conversation/quote.ts
var quote = __nccwpck_require__(6431);
// EXTERNAL MODULE: ./src/conversation/marker.ts
var marker = __nccwpck_require__(5473);
;// CONCATENATED MODULE: ./src/report/summary/marker-of-body.ts


/** What a comment of ours is about, for lists: ` (102 merged)`. Empty for a text without a marker. */
function markerOfBody(body) {
    const code = (0,marker/* readMarker */.t7)(body)?.code;
    if (code === undefined) {
        return '';
    }
    return code in codes/* codes */.F4 ? ` (${code} ${codes/* codes */.F4[code].name})` : ` (${code})`;
}

;// CONCATENATED MODULE: ./src/report/summary/changes.ts




const mostRefs = 500;
/** What was changed, or would be: refs one by one, then everything else. */
function changesText(plan, execution, context) {
    return (0,markdown/* paragraphs */.qN)(executionText(execution), plan.push.length === 0 ? null : pushText(plan.push, execution, context), (0,markdown/* bulletList */.fF)(otherChanges(plan, context), mostRefs));
}
/** One push after the other, of a command that makes or deletes branches. */
function pushesText(pushes, execution, context) {
    return (0,markdown/* paragraphs */.qN)(executionText(execution), ...pushes.map((push) => pushText(push, execution, context)));
}
function pushText(push, execution, context) {
    return (0,markdown/* paragraphs */.qN)(`**One atomic push**, ${(0,markdown/* counted */.hS)(push.length, 'ref')}, all or none:`, (0,markdown/* table */.tp)(['Ref', 'Before', 'After'], push.map((update) => refRow(update, execution, context)), mostRefs));
}
function executionText(execution) {
    switch (execution.kind) {
        case 'done':
            return null;
        case 'dry-run':
            return 'Dry run: nothing of this was done.';
        case 'not-done':
            return `> [!WARNING]\n> Nothing of this was done: ${(0,markdown/* inlineText */.ln)(execution.reason)}`;
    }
}
/** Linked is what has a page: a branch that is there after the run, and a commit that was pushed. */
function refRow({ ref, from, to }, execution, context) {
    const done = execution.kind === 'done';
    const branch = /^refs\/heads\/(?<branch>[^]+)$/.exec(ref)?.groups?.branch;
    const exists = (done ? to : from) !== null;
    const name = branch !== undefined && exists ? (0,links/* branchLink */.li)(context, branch) : (0,quote/* inlineCode */.t)(branch ?? ref.replace(/^refs\/tags\//, 'tag '));
    if (from === to && from !== null) {
        return [name, (0,links/* commitLink */.wn)(context, from), 'unchanged'];
    }
    const after = to !== null && done ? (0,links/* commitLink */.wn)(context, to) : (0,quote/* inlineCode */.t)((0,links/* shortSha */.Fu)(to ?? ''));
    return [name, from === null ? '✨ new' : (0,links/* commitLink */.wn)(context, from), to === null ? '🗑️ deleted' : after];
}
function otherChanges(plan, context) {
    return [
        ...plan.openPullRequests.map(({ head, base, title }) => `open a pull request from ${(0,quote/* inlineCode */.t)(head)} to ${(0,quote/* inlineCode */.t)(base)}: ${(0,markdown/* inlineText */.ln)(title, 120)}`),
        ...plan.closePullRequests.map((number) => `close pull request ${(0,links/* pullRequestLink */.Zl)(context, number)}`),
        ...plan.dispatches.map(({ workflow, branch }) => `start workflow ${(0,quote/* inlineCode */.t)(workflow)} on ${(0,quote/* inlineCode */.t)(branch)}`),
        ...plan.reruns.map((id) => `run the failed jobs of workflow run ${(0,quote/* inlineCode */.t)(String(id))} again`),
        ...plan.statuses.map(({ context: name, state, description, commit }) => `commit status ${(0,quote/* inlineCode */.t)(name)} = ${(0,quote/* inlineCode */.t)(state)} on ${(0,links/* commitLink */.wn)(context, commit)}: ${(0,markdown/* inlineText */.ln)(description, 140)}`),
        ...plan.deleteComments.map((id) => `remove comment ${(0,quote/* inlineCode */.t)(String(id))}`),
        ...plan.comments.map(({ pullRequest, body }) => `comment on ${(0,links/* pullRequestLink */.Zl)(context, pullRequest)}${markerOfBody(body)}`),
    ];
}

// EXTERNAL MODULE: ./src/doctor/finding.ts
var finding = __nccwpck_require__(8414);
;// CONCATENATED MODULE: ./src/report/summary/sentence.ts


const mostWords = 400;
/** A sentence as Markdown, in which names of branches, files and settings stand as code. It may hold text from outside. */
function sentence(text) {
    const words = text.split(/\s+/u).filter((part) => part !== '');
    return [...words.slice(0, mostWords).map(word), ...(words.length > mostWords ? ['…'] : [])].join(' ');
}
function word(text) {
    const { before = '', name = '', after = '' } = /^(?<before>[(“‘]*)(?<name>.*?)(?<after>[).,;:”’]*)$/su.exec(text)?.groups ?? {};
    return isName(name) ? `${(0,markdown/* inlineText */.ln)(before)}${(0,quote/* inlineCode */.t)(name)}${(0,markdown/* inlineText */.ln)(after)}` : (0,markdown/* inlineText */.ln)(text);
}
/** `development/5.1`, `w/**`, `use_queues`, `ci.yml`; but not `and/or`. */
function isName(text) {
    return /[\d*._-].*\/|\/.*[\d*…_-]|^(?:development|hotfix|bugfix|feature|improvement|[wq])\/|^\w+_\w+$|\.ya?ml$/u.test(text);
}

;// CONCATENATED MODULE: ./src/report/summary/findings.ts



const mostFindings = 200;
const findings_icons = { error: '❌', warning: '⚠️', note: 'ℹ️' };
/** What the doctor found, the worst first: what is the case, what comes of it, and what to do, ready to be copied. */
function findingsText(findings, heading) {
    const shown = (0,finding/* bySeverity */.Np)(findings).slice(0, mostFindings);
    const sections = ['error', 'warning', 'note'].map((severity) => {
        const own = shown.filter((finding) => finding.severity === severity);
        return own.length === 0 ? null : (0,markdown/* paragraphs */.qN)(`${heading} ${findings_icons[severity]} ${(0,markdown/* counted */.hS)(own.length, severity)}`, ...own.map(findingText));
    });
    const rest = findings.length - shown.length;
    return (0,markdown/* paragraphs */.qN)(...sections, rest > 0 ? `… and ${(0,markdown/* counted */.hS)(rest, 'finding')} more; all of them are in the log.` : null);
}
/** An item of a numbered list; the parts of an item are indented. */
function findingText({ problem, consequence, fix, code }, index) {
    const item = (0,markdown/* paragraphs */.qN)(`**${sentence(problem)}** ${sentence(consequence)}`, `**What to do:** ${sentence(fix)}`, code === undefined ? null : (0,markdown/* fenced */.OF)(code.language, code.lines.map(visibleLine)));
    const mark = `${index + 1}. `;
    return item.split('\n').map((line, number) => (number === 0 ? mark : line === '' ? '' : ' '.repeat(mark.length)) + line).join('\n');
}
/** Nothing that looks like nothing is copied. */
function visibleLine(line) {
    return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}

// EXTERNAL MODULE: ./src/outcomes/messages/queue-cells.ts
var queue_cells = __nccwpck_require__(3357);
;// CONCATENATED MODULE: ./src/report/summary/queue-matrix.ts




/** A title longer than this makes the table wider than the page. */
const longestTitle = 60;
const mostEntries = 300;
/** The queue as a matrix: a row for each pull request in order, a column for each version. */
function queueMatrix({ versions, entries }, context) {
    if (entries.length === 0) {
        return 'The queue is empty.';
    }
    // Titles come last and stay on one line: on a narrow screen the states are what must be in sight.
    const titled = entries.some(({ title }) => title !== undefined);
    const rows = entries.map(({ position, pullRequest, title, cells }) => [
        String(position),
        (0,links/* pullRequestLink */.Zl)(context, pullRequest),
        ...versions.map((_version, column) => (0,queue_cells/* cellIcon */.U)(cells[column] ?? null)),
        ...(titled ? [title === undefined ? '' : (0,markdown/* inlineText */.ln)(title, longestTitle).replaceAll(' ', '\u00A0')] : []),
    ]);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* table */.tp)(['Place:', 'Pull request', ...versions.map((version) => `${(0,quote/* inlineCode */.t)(version)}:`), ...(titled ? ['Title'] : [])], rows, mostEntries), (0,queue_cells/* cellLegend */.S)(entries.flatMap(({ cells }) => versions.map((_version, column) => cells[column] ?? null))));
}

;// CONCATENATED MODULE: ./src/report/summary/render-summary.ts















/** GitHub drops a step summary above 1 MiB without a word; other things may be written to it in the same step. */
const longestSummary = 1_000_000;
/** A commit can have a thousand runs; those that count come first. */
const mostRuns = 200;
const mostSubjects = 500;
/**
 * The job summary: verdict first, then what explains it, then what was done. Above the limit it is cut at the end, with a
 * note, and never dropped.
 *
 * @param limit in bytes of UTF-8
 */
function renderSummary(report, limit = longestSummary) {
    const [own, ...others] = report.subjects;
    const text = others.length === 0 ? oneSubject(own, report) : severalSubjects(report);
    return (0,markdown/* withinLimit */.zl)(`${text}\n`, limit, byteLength);
}
function byteLength(text) {
    return new TextEncoder().encode(text).length;
}
function oneSubject(subject, report) {
    return (0,markdown/* paragraphs */.qN)(`## ${headline(subject)}`, verdictText(subject, report), messageText(subject), notesText(report.notes), evidenceText(subject, report, '###'), queueText(report), figuresText(report.figures));
}
/** A sweep: an overview, then a section for each; those where nothing is to be done are folded. */
function severalSubjects(report) {
    const { subjects } = report;
    const ordered = [...subjects].sort((left, right) => urgency(left) - urgency(right));
    const rows = ordered.map((subject) => [(0,icons/* stateIcon */.h)(subject.state), shortSubject(subject.subject, report), `${titleAndReason(subject)} · ${(0,quote/* inlineCode */.t)(String(subject.outcome.code))}`]);
    return (0,markdown/* paragraphs */.qN)(`## ${verdicts(ordered)}`, (0,markdown/* table */.tp)(['', 'Subject', 'Outcome'], rows, mostSubjects), notesText(report.notes), queueText(report), ...ordered.slice(0, mostSubjects).map((subject) => section(subject, report)), figuresText(report.figures));
}
/** `❌ Conflict · ⏳ Waiting for approval (12)`: every outcome that is one, what somebody must act on first. */
function verdicts(ordered) {
    const headlines = ordered.filter(({ state }) => state !== 'neutral').map(headline);
    const counts = [...new Set(headlines)].map((text) => [text, headlines.filter((other) => other === text).length]);
    return counts.length === 0 ? `${(0,icons/* stateIcon */.h)('neutral')} Nothing to do` : counts.map(([text, count]) => (count === 1 ? text : `${text} (${count})`)).join(' · ');
}
function section(subject, report) {
    const message = subject.subject.kind === 'command' ? null : (0,markdown/* folded */.TM)('The message in full', subject.message);
    const content = (0,markdown/* paragraphs */.qN)(verdictText(subject, report), message, evidenceText(subject, report, '####'));
    return subject.state === 'neutral'
        ? (0,markdown/* folded */.TM)(`${(0,icons/* stateIcon */.h)(subject.state)} ${plainSubject(subject.subject)}: ${(0,messages_title/* titleOf */.G)(subject.outcome)}`, content)
        : (0,markdown/* paragraphs */.qN)(`### ${headline(subject)}: ${plainSubject(subject.subject)}`, content);
}
/** What somebody must act on first. */
function urgency({ state }) {
    return ['failure', 'pending', 'success', 'neutral'].indexOf(state);
}
function headline({ outcome, state, execution }) {
    return `${(0,icons/* stateIcon */.h)(state)} ${(0,messages_title/* titleOf */.G)(outcome)}${execution.kind === 'dry-run' ? ' (dry run)' : ''}`;
}
function verdictText({ subject, outcome, state }, report) {
    const { name } = (0,codes/* describeCode */.lA)(outcome.code);
    return `${subjectText(subject, report)} · **${reasonText({ subject, outcome })}** · ${(0,quote/* inlineCode */.t)(`${outcome.code} ${name}`)} · ${state}`;
}
/** A reason that begins with the title needs none. */
function titleAndReason(subject) {
    const title = (0,messages_title/* titleOf */.G)(subject.outcome);
    const reason = reasonText(subject);
    return reason.startsWith(title) ? `**${reason}**` : `**${title}** · ${reason}`;
}
/** Of a command the subject says already which one it is. Its first word can be a name, and stays as it is. */
function reasonText({ subject, outcome }) {
    return sentence(subject.kind === 'command' && subject.name !== 'doctor' && (outcome.code === 307 || outcome.code === 308) ? outcome.detail : (0,reason/* reasonOf */.A)(outcome));
}
/** In sight where somebody has to act or to wait; the rest is for those who want to know. */
function messageText({ subject, state, message }) {
    // The verdict on a command says it in full.
    if (subject.kind === 'command') {
        return '';
    }
    return state === 'failure' || state === 'pending' ? message : (0,markdown/* folded */.TM)('The message in full', message);
}
function subjectText(subject, report) {
    switch (subject.kind) {
        case 'pull-request':
            return `Pull request ${shortSubject(subject, report)}`;
        case 'queue':
            return 'The queue';
        case 'command':
            return `Command ${(0,quote/* inlineCode */.t)(subject.name)}`;
        case 'event':
            return `Event ${(0,quote/* inlineCode */.t)(subject.name)}`;
    }
}
/** For the overview, in which nearly everything is a pull request. */
function shortSubject(subject, report) {
    return subject.kind === 'pull-request' ? `${(0,links/* pullRequestLink */.Zl)(report, subject.number)} ${(0,markdown/* inlineText */.ln)(subject.title, 120)}`.trimEnd() : subjectText(subject, report);
}
/** For headings and titles of folded parts, where a title from outside has no place. */
function plainSubject(subject) {
    switch (subject.kind) {
        case 'pull-request':
            return `pull request #${String(subject.number)}`;
        case 'queue':
            return 'the queue';
        case 'command':
            return `command ${(0,status_report/* escapedHtml */.pt)(subject.name)}`;
        case 'event':
            return `event ${(0,status_report/* escapedHtml */.pt)(subject.name)}`;
    }
}
function evidenceText(subject, report, heading) {
    const { checks, state, builds, cascade, plan, execution, account } = subject;
    const ignored = cascade === null ? null : (0,messages_cascade_picture/* ignoredBranches */.T)(cascade.ignored);
    // The message stands in sight right above.
    const isToldAlready = heading === '###' && (state === 'failure' || state === 'pending') && ignored !== null && subject.message.includes(ignored);
    return (0,markdown/* paragraphs */.qN)(account === undefined ? null : accountText(account, execution, report, heading), checks.length === 0 ? null : (0,markdown/* paragraphs */.qN)(`${heading} Checks`, (0,status_report/* checksText */.rW)(checks, state)), builds.length === 0 ? null : (0,markdown/* paragraphs */.qN)(`${heading} Builds`, ...builds.map((branch) => buildText(branch, report))), cascade === null || cascade.steps.length === 0 ? null : (0,markdown/* paragraphs */.qN)(`${heading} Cascade`, (0,messages_cascade_picture/* drawCascade */.n)(cascade), isToldAlready ? null : ignored), (0,plan_plan/* isEmptyPlan */.lM)(plan) ? null : (0,markdown/* paragraphs */.qN)(`${heading} ${changesTitle(execution)}`, changesText(plan, execution, report)));
}
function accountText(account, execution, report, heading) {
    switch (account.kind) {
        case 'doctor':
            return findingsText(account.findings, heading);
        case 'version-branch':
            return account.pushes.length === 0 ? null : (0,markdown/* paragraphs */.qN)(`${heading} ${changesTitle(execution)}`, pushesText(account.pushes, execution, report));
    }
}
function changesTitle(execution) {
    switch (execution.kind) {
        case 'done':
            return 'What was done';
        case 'dry-run':
            return 'What would be done';
        case 'not-done':
            return 'What was not done';
    }
}
/** Open where somebody has to look, folded where all is well. */
function buildText(branch, report) {
    const account = (0,build_evidence/* branchAccount */.sR)(report, branch, mostRuns);
    return branch.state === 'successful' ? (0,markdown/* folded */.TM)(`${(0,build_evidence/* buildIcon */.AA)(branch.state)} ${(0,status_report/* escapedHtml */.pt)(branch.branch)}: ${(0,build_evidence/* accountSummary */.Uf)(branch)}`, account) : account;
}
function queueText(report) {
    return report.queue === null ? null : (0,markdown/* paragraphs */.qN)('### Queue', queueMatrix(report.queue, report));
}
function notesText(notes) {
    return notes.length === 0 ? null : (0,markdown/* paragraphs */.qN)('### Notes', (0,markdown/* bulletList */.fF)(notes.map((note) => `⚠️ ${sentence(note)}`), 100));
}
function figuresText({ apiRequests, gitProcesses, milliseconds }) {
    return `<sub>${(0,markdown/* counted */.hS)(apiRequests, 'API request')} · ${(0,markdown/* counted */.hS)(gitProcesses, 'git process', 'git processes')} · ${milliseconds} ms</sub>`;
}

;// CONCATENATED MODULE: ./src/report/present-summary.ts





/** The job summary of a run. */
function presentSummary(report) {
    const subjects = report.handled.map((handled) => subjectOf(handled, report));
    // The event's own subject comes first.
    const own = subjects.findIndex((_, index) => report.handled[index]?.number === report.subject);
    const ordered = own > 0 ? [...subjects.slice(own, own + 1), ...subjects.slice(0, own), ...subjects.slice(own + 1)] : subjects;
    const queue = report.queue === null ? [] : [queueSubject(report, report.queue)];
    const command = report.command === undefined ? [] : [commandSubject(report, report.command)];
    const [first = withoutPullRequest(report), ...others] = report.subject === null ? [...command, ...queue, ...ordered] : [...ordered, ...queue];
    const matrix = report.queue?.matrix ?? null;
    return renderSummary({
        repositoryUrl: report.repositoryUrl,
        subjects: [first, ...others],
        queue: matrix === null ? null : matrixOf(matrix, report.handled),
        figures: { apiRequests: report.figures.requests, gitProcesses: report.figures.gitProcesses, milliseconds: report.figures.milliseconds },
        notes: report.notes,
    });
}
function subjectOf(handled, report) {
    const { pullRequest, outcome, facts, records, plan } = handled;
    const context = {
        robot: facts.settings?.robot ?? '',
        repositoryUrl: report.repositoryUrl,
        commandPrefix: '/',
        pullRequest: pullRequest === null ? null : (0,telling/* messagePullRequest */.KC)(pullRequest),
    };
    return {
        subject: { kind: 'pull-request', number: pullRequest?.number ?? handled.number, title: pullRequest?.title ?? '' },
        outcome,
        state: (0,telling/* outcomeState */.u8)(outcome),
        message: (0,render/* renderMessage */.e)(outcome, context),
        checks: records,
        builds: facts.builds ?? [],
        cascade: (0,cascade_picture/* cascadePicture */.n)(facts, outcome.code === 102),
        plan: plan ?? plan_plan/* emptyPlan */.n7,
        execution: plan === null ? { kind: 'not-done', reason: 'nothing was changed, or it is not known whether it was' } : report.dryRun ? { kind: 'dry-run' } : { kind: 'done' },
    };
}
/** What the queue came to; the pull requests that merged or failed in it have sections of their own. */
function queueSubject(report, queue) {
    return { ...withoutPullRequest({ ...report, outcome: queue.outcome }), subject: { kind: 'queue' }, builds: buildsOf(queue.matrix), plan: queue.plan, execution: report.dryRun ? { kind: 'dry-run' } : { kind: 'done' } };
}
/** The builds that were asked for; what nothing depended on was not. */
function buildsOf(matrix) {
    return (matrix?.rows ?? []).flatMap(({ cells }) => cells.flatMap((cell) => cell?.evidence ?? []));
}
function commandSubject(report, account) {
    const name = account.kind === 'doctor' ? 'doctor' : account.name;
    const changes = account.kind === 'version-branch' && account.pushes.length > 0;
    return { ...withoutPullRequest(report), subject: { kind: 'command', name }, account, execution: report.dryRun && changes ? { kind: 'dry-run' } : { kind: 'done' } };
}
/**
 * The queue as a table: as it was looked at, with what became of it since. Titles are known of pull requests this run has read.
 */
function matrixOf(matrix, handled) {
    let gone = 0;
    return {
        versions: matrix.versions.map(({ version }) => version),
        entries: matrix.rows.map(({ pullRequest, position, cells }) => {
            const known = handled.find(({ number }) => number === pullRequest);
            const end = endOf(known);
            // Each path begins with position 1; whoever is left moves up.
            gone = position === 1 ? 0 : gone;
            gone += end === null ? 0 : 1;
            const title = known?.pullRequest?.title;
            return { pullRequest, position: end ?? position - gone, cells: cells.map((cell) => cell?.state ?? null), ...(title === undefined ? {} : { title }) };
        }),
    };
}
function endOf(handled) {
    switch (handled?.outcome.code) {
        case 102:
        case 126:
            return 'merged';
        case 139:
            return 'taken out';
        default:
            return null;
    }
}
function withoutPullRequest(report) {
    const { outcome } = report;
    const context = { robot: '', repositoryUrl: report.repositoryUrl, commandPrefix: '/', pullRequest: null };
    return {
        subject: (outcome.code === 307 || outcome.code === 308) && outcome.command !== '' ? { kind: 'command', name: outcome.command } : { kind: 'event', name: report.eventName },
        outcome,
        state: (0,telling/* outcomeState */.u8)(outcome),
        message: (0,render/* renderMessage */.e)(outcome, context),
        checks: [],
        builds: [],
        cascade: null,
        plan: plan_plan/* emptyPlan */.n7,
        execution: { kind: 'done' },
    };
}


/***/ }),

/***/ 7421:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   V4: () => (/* binding */ outputs),
/* harmony export */   hk: () => (/* binding */ annotations)
/* harmony export */ });
/* harmony import */ var _doctor_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4323);
/* harmony import */ var _outcomes_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8507);
/* harmony import */ var _outcomes_messages_title_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4812);
/* harmony import */ var _outcomes_reason_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1725);
/* harmony import */ var _pull_request_telling_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8973);





/** All outputs of a job together may hold 1 MB; the list of outcomes is the only one that grows. */
const mostOutcomeCharacters = 400_000;
/** The outputs of the action (spec 5, "Outputs"), written also when the job fails. */
function outputs(report) {
    const { outcome, handled } = report;
    return {
        code: String(outcome.code),
        outcome: _outcomes_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F4[outcome.code].name,
        state: (0,_pull_request_telling_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeState */ .u8)(outcome),
        'pull-request': report.subject === null ? '' : String(pullRequestNumber(report)),
        // A dry run has merged and queued nothing; what it would have done is in `outcomes`.
        merged: JSON.stringify(numbersWith(report.dryRun ? [] : handled, [102, 126])),
        queued: JSON.stringify(numbersWith(report.dryRun ? [] : handled, [125])),
        message: messageOf(outcome),
        outcomes: outcomesJson(handled),
    };
}
/** An event on an integration pull request is about its parent. */
function pullRequestNumber({ subject, handled }) {
    return handled.find(({ number }) => number === subject)?.pullRequest?.number ?? subject;
}
/** A merge told late, by the run after the one that did it, counts for that earlier run. */
function numbersWith(handled, wanted) {
    return handled.filter(({ outcome }) => wanted.includes(outcome.code)).map(({ number, pullRequest }) => pullRequest?.number ?? number);
}
function messageOf(outcome) {
    const title = outcome.code === 307 || outcome.code === 308 ? (0,_outcomes_messages_title_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .G)(outcome) : _outcomes_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F4[outcome.code].title;
    const reason = (0,_outcomes_reason_js__WEBPACK_IMPORTED_MODULE_2__/* .explanationOf */ .p)(outcome);
    return reason.startsWith(`${title}: `) ? reason : `${title}: ${reason}`;
}
function outcomesJson(handled) {
    const entries = handled.map(({ number, pullRequest, outcome, notices }) => ({
        pullRequest: pullRequest?.number ?? number,
        code: outcome.code,
        outcome: _outcomes_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F4[outcome.code].name,
        state: (0,_pull_request_telling_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeState */ .u8)(outcome),
        message: messageOf(outcome),
        notices: notices.map(({ code }) => code),
        ...(outcome.code === 102 || outcome.code === 126 ? { landing: outcome.landing } : {}),
    }));
    const whole = JSON.stringify(entries);
    if (whole.length <= mostOutcomeCharacters) {
        return whole;
    }
    return JSON.stringify(entries.map(({ pullRequest, code, outcome, state }) => ({ pullRequest, code, outcome, state, shortened: true })));
}
/** GitHub shows ten annotations of a kind per step; the summary holds all. */
const mostAnnotations = 10;
/** Failures, findings and notes, for the page of the run. Names from outside are in the reasons, cleaned. */
function annotations(report) {
    const failures = report.handled.filter(({ outcome }) => (0,_pull_request_telling_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeState */ .u8)(outcome) === 'failure');
    const ownFailure = (0,_pull_request_telling_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeState */ .u8)(report.outcome) === 'failure' && failures.length === 0 ? problemLines(report.outcome) : [];
    const ofPullRequests = failures.map(({ number, outcome }) => ({ level: 'error', title: `#${number}: ${_outcomes_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .codes */ .F4[outcome.code].title}`, message: (0,_outcomes_reason_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A)(outcome) }));
    const notes = report.notes.map((message) => ({ level: 'warning', title: 'Please note', message }));
    const found = findingsOf(report).map(findingAnnotation);
    const of = (level) => [...ownFailure, ...ofPullRequests, ...found, ...notes].filter((annotation) => annotation.level === level).slice(0, mostAnnotations);
    return [...of('error'), ...of('warning'), ...of('notice')];
}
function findingsOf({ command }) {
    return command?.kind === 'doctor' ? command.findings : [];
}
function findingAnnotation(finding) {
    return { level: finding.severity === 'note' ? 'notice' : finding.severity, title: 'Doctor', message: (0,_doctor_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .findingLine */ .mC)(finding) };
}
/** What the log holds beside the annotations: everything that was found, and every note that did not become one. */
function logLines(report) {
    const shown = new Set(annotations(report).map(({ message }) => message));
    return [...findingsOf(report).flatMap(_doctor_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .findingLines */ .hq), ...report.notes.filter((note) => !shown.has(note))];
}
/** Every problem of the settings is told at once. */
function problemLines(outcome) {
    const title = (0,_outcomes_messages_title_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .G)(outcome);
    const lines = outcome.code === 219 || outcome.code === 220 ? outcome.problems : [(0,_outcomes_reason_js__WEBPACK_IMPORTED_MODULE_2__/* .explanationOf */ .p)(outcome)];
    return lines.map((message) => ({ level: 'error', title, message }));
}


/***/ }),

/***/ 7428:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ administrationCommands),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   mD: () => (/* binding */ defaultConfigFile)
/* harmony export */ });
/* unused harmony exports inputDefaults, failOnValues */
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2022);

/** The inputs of the action (spec 5, "Inputs") and their defaults, as `action.yml` has them. */
const inputDefaults = {
    token: '${{ github.token }}',
    'config-file': '.github/bert-e.yml',
    config: '',
    options: '',
    command: '',
    'pull-request': '',
    branch: '',
    'branch-from': '',
    'jira-token': '',
    'dry-run': 'false',
    'fail-on': 'blocked',
};
/** Settings live here unless the input `config-file` says otherwise; only then must the file exist. */
const defaultConfigFile = inputDefaults['config-file'];
/** The commands of spec 4, "Administration". */
const administrationCommands = [
    'create-branch',
    'delete-branch',
    'delete-queues',
    'rebuild-queues',
    'force-merge-queues',
    'evaluate',
    'sweep',
    'doctor',
];
/** What makes the job fail: `blocked`, somebody must act; `pending`, also while waiting; `never`, nothing at all. */
const failOnValues = ['blocked', 'pending', 'never'];
/**
 * The inputs of this run, checked; all problems at once.
 *
 * @param getInput The text of an input, empty if it is not given, as `getInput` of @actions/core answers.
 */
function readInputs(getInput) {
    const failOn = readFailOn(text('fail-on'));
    const read = {
        token: readToken(text('token')),
        configFile: readPath(text('config-file')),
        dryRun: readBoolean('dry-run', text('dry-run')),
        failOn,
    };
    const problems = Object.values(read).flatMap((input) => (input.kind === 'wrong' ? [input.problem] : []));
    const { token, configFile, dryRun } = read;
    if (token.kind === 'wrong' || configFile.kind === 'wrong' || dryRun.kind === 'wrong' || failOn.kind === 'wrong') {
        return { kind: 'malformed', code: 220, problems, failOn: failOn.kind === 'wrong' ? inputDefaults['fail-on'] : failOn.value };
    }
    return {
        kind: 'ok',
        inputs: {
            token: token.value,
            configFile: configFile.value,
            config: getInput('config'),
            options: getInput('options'),
            command: text('command'),
            pullRequest: text('pull-request'),
            branch: text('branch'),
            branchFrom: text('branch-from'),
            jiraToken: text('jira-token'),
            dryRun: dryRun.value,
            failOn: failOn.value,
        },
    };
    function text(name) {
        return getInput(name).trim();
    }
}
function right(value) {
    return { kind: 'right', value };
}
function wrong(name, expected, found, advice) {
    return { kind: 'wrong', problem: { kind: 'wrong-value', source: 'inputs of the action', position: null, key: name, expected, found, advice } };
}
/** Never shows the token, not even a wrong one. */
function readToken(token) {
    if (token === '') {
        return wrong('token', 'a token', 'nothing', 'Leave the input out to use the token of the job, or check that the secret or step it comes from exists and is visible to this event.');
    }
    return /[\s\p{Cc}]/u.test(token)
        ? wrong('token', 'a token', 'text with white space in it', 'Store the token again, as one line without spaces.')
        : right(token);
}
function readPath(given) {
    const path = (given === '' ? defaultConfigFile : given).replace(/^\.\//u, '');
    const parts = path.split('/');
    return parts.some((part) => part === '' || part === '.' || part === '..') || /[\p{Cc}\\]/u.test(path)
        ? wrong('config-file', 'a path inside the repository', (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeValue */ .bp)(given), `Write it from the root of the repository, for example ${defaultConfigFile}.`)
        : right(path);
}
/** The booleans of YAML 1.2, as @actions/core reads them. */
function readBoolean(name, given) {
    switch (given === '' ? inputDefaults['dry-run'] : given) {
        case 'true':
        case 'True':
        case 'TRUE':
            return right(true);
        case 'false':
        case 'False':
        case 'FALSE':
            return right(false);
        default:
            return wrong(name, 'true or false', (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeValue */ .bp)(given), 'Write true or false.');
    }
}
function readFailOn(given) {
    const value = failOnValues.find((known) => known === (given === '' ? inputDefaults['fail-on'] : given));
    return value === undefined
        ? wrong('fail-on', `one of ${failOnValues.join(', ')}`, (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describeValue */ .bp)(given), 'Leave the input out for blocked, the default.')
        : right(value);
}


/***/ }),

/***/ 5759:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/**
 * The known name that somebody most likely meant, or null if none is near: at most one edit per three characters. An
 * edit inserts, drops or replaces a character, or swaps two neighbours; case, dashes and camel case count for nothing.
 *
 * Own code because the published packages for it do not know swapped neighbours, the most frequent slip of all, and the
 * whole of it is one short loop.
 */
function nearestName(name, known) {
    if (name.length > longestName) {
        return null;
    }
    const wanted = folded(name);
    let nearest = null;
    let shortest = Math.floor(wanted.length / 3) + 1;
    for (const candidate of known) {
        const distance = editDistance(wanted, folded(candidate));
        if (distance < shortest) {
            nearest = candidate;
            shortest = distance;
        }
    }
    return nearest;
}
/** The time taken grows with the square of the length, so a name of megabytes is not compared. */
const longestName = 64;
function folded(name) {
    return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, '_').replaceAll(/[- .]/gu, '_').toLowerCase();
}
/** Restricted Damerau-Levenshtein distance ("optimal string alignment"). */
function editDistance(left, right) {
    let beforeLast = [];
    let last = Array.from({ length: right.length + 1 }, (_, column) => column);
    for (let row = 1; row <= left.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= right.length; column += 1) {
            const same = left[row - 1] === right[column - 1];
            const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
            current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Infinity));
        }
        beforeLast = last;
        last = current;
    }
    return at(last, right.length);
}
function at(row, column) {
    return row[column] ?? Infinity;
}


/***/ }),

/***/ 2022:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ codeOfProblem),
/* harmony export */   Dw: () => (/* binding */ keyPath),
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   bp: () => (/* binding */ describeValue),
/* harmony export */   fI: () => (/* binding */ problemText)
/* harmony export */ });
function codeOfProblem(problem) {
    switch (problem.kind) {
        case 'missing-file':
        case 'unreadable-file':
        case 'too-large':
        case 'syntax':
        case 'duplicate-key':
        case 'unusable-key':
        case 'unknown-option':
            return 219;
        case 'wrong-value':
        case 'inconsistent':
            return 220;
    }
}
/** The problem in one line, e.g. for an annotation. Plain text: not escaped for Markdown or workflow commands. */
function problemText(problem) {
    const key = problem.key === '' ? '' : `${problem.key}: `;
    return `${placeText(problem.source, problem.position)}: ${key}expected ${problem.expected}, found ${problem.found}. ${problem.advice}`;
}
function placeText(source, position) {
    return position === null ? source : `${source}:${String(position.line)}:${String(position.column)}`;
}
/** Path of a key as people write it. */
function keyPath(path) {
    return path
        .map((part, index) => (typeof part === 'number' ? `[${String(part)}]` : `${index === 0 ? '' : '.'}${keyText(part)}`))
        .join('');
}
/** A key as it can be shown: in quotes unless it is a plain word. */
function keyText(key) {
    return /^[A-Za-z0-9_-]{1,60}$/u.test(key) ? key : quoted(key);
}
/** What a value is, for the place after "found". */
function describeValue(value) {
    switch (typeof value) {
        case 'string':
            return value === '' ? 'empty text' : `the text ${quoted(value)}`;
        case 'number':
        case 'bigint':
            return `the number ${String(value)}`;
        case 'boolean':
            return String(value);
        default:
            if (value === null || value === undefined) {
                return 'nothing';
            }
            return Array.isArray(value) ? 'a list' : 'a map';
    }
}
/** Untrusted text in quotes: on one line, nothing invisible, shortened to so many characters. */
function quoted(text, longest = 60) {
    // A cut through a surrogate pair leaves half of it, which the replacement below makes visible.
    const cut = text.length > longest ? '…' : '';
    return `${JSON.stringify(text.slice(0, longest)).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)}${cut}`;
}
function escaped(character) {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}


/***/ }),

/***/ 2472:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("./undici.cjs");

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 9721:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

// What stands for `undici` in the bundle: the same exports, each loaded when it is first used.
//
// @actions/core and @actions/github import undici for a client behind a proxy, and for tokens of OpenID Connect. To load
// it takes longer than everything else the action loads together, and most runs never use it: an event that concerns
// nothing makes no request, and without a proxy requests go through node's own fetch. So it is in a file beside the bundle.
const names = [
  'Dispatcher', 'Client', 'Pool', 'BalancedPool', 'Agent', 'ProxyAgent', 'EnvHttpProxyAgent', 'RetryAgent', 'RetryHandler', 'DecoratorHandler',
  'RedirectHandler', 'createRedirectInterceptor', 'interceptors', 'buildConnector', 'errors', 'util', 'setGlobalDispatcher', 'getGlobalDispatcher',
  'fetch', 'Headers', 'Response', 'Request', 'FormData', 'File', 'FileReader', 'setGlobalOrigin', 'getGlobalOrigin', 'caches', 'deleteCookie',
  'getCookies', 'getSetCookies', 'setCookie', 'parseMIMEType', 'serializeAMimeType', 'WebSocket', 'CloseEvent', 'ErrorEvent', 'MessageEvent',
  'request', 'stream', 'pipeline', 'connect', 'upgrade', 'MockClient', 'MockPool', 'MockAgent', 'mockErrors', 'EventSource',
];

for (const name of names) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => __nccwpck_require__(2472)[name] });
}


/***/ }),

/***/ 4952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ core_debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  V4: () => (/* binding */ getInput),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  Oh: () => (/* binding */ startGroup),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, exportVariable, getBooleanInput, getIDToken, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, setFailed, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var node_modules_tunnel = __nccwpck_require__(770);
// EXTERNAL MODULE: ./scripts/bundle/undici.cjs
var undici = __nccwpck_require__(9721);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = (/* unused pure expression or super */ null && (['OPTIONS', 'GET', 'DELETE', 'HEAD']));
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? https : http;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 7934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BpQ: () => (/* binding */ minLength),
/* harmony export */   BuJ: () => (/* binding */ getDotPath),
/* harmony export */   CxQ: () => (/* binding */ strictTuple),
/* harmony export */   FsL: () => (/* binding */ pipe),
/* harmony export */   IeY: () => (/* binding */ custom),
/* harmony export */   Ikc: () => (/* binding */ object),
/* harmony export */   KCZ: () => (/* binding */ union),
/* harmony export */   KIO: () => (/* binding */ picklist),
/* harmony export */   L5J: () => (/* binding */ unknown),
/* harmony export */   Wwf: () => (/* binding */ minValue),
/* harmony export */   Y2b: () => (/* binding */ safeInteger),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   _H3: () => (/* binding */ looseObject),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   cGV: () => (/* binding */ maxValue),
/* harmony export */   cl6: () => (/* binding */ nullish),
/* harmony export */   euz: () => (/* binding */ literal),
/* harmony export */   g1P: () => (/* binding */ record),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   mee: () => (/* binding */ nullable),
/* harmony export */   ndf: () => (/* binding */ integer),
/* harmony export */   pdi: () => (/* binding */ transform),
/* harmony export */   qFJ: () => (/* binding */ parseJson),
/* harmony export */   qgA: () => (/* binding */ parse),
/* harmony export */   rej: () => (/* binding */ strictObject),
/* harmony export */   xLC: () => (/* binding */ safeParse),
/* harmony export */   yGV: () => (/* binding */ regex),
/* harmony export */   yhX: () => (/* binding */ isoTimestamp),
/* harmony export */   z6Y: () => (/* binding */ check),
/* harmony export */   zMY: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports BASE64_REGEX, BIC_REGEX, CUID2_REGEX, DECIMAL_REGEX, DIGITS_REGEX, DOMAIN_REGEX, EMAIL_REGEX, EMOJI_REGEX, HEXADECIMAL_REGEX, HEX_COLOR_REGEX, IMEI_REGEX, IPV4_REGEX, IPV6_REGEX, IP_REGEX, ISO_DATE_REGEX, ISO_DATE_TIME_REGEX, ISO_DATE_TIME_SECOND_REGEX, ISO_TIMESTAMP_REGEX, ISO_TIME_REGEX, ISO_TIME_SECOND_REGEX, ISO_WEEK_REGEX, ISRC_REGEX, JWS_COMPACT_REGEX, KSUID_REGEX, MAC48_REGEX, MAC64_REGEX, MAC_REGEX, NANO_ID_REGEX, OCTAL_REGEX, RFC_EMAIL_REGEX, SLUG_REGEX, ULID_REGEX, UUID_REGEX, ValiError, _addIssue, _cloneDataset, _formatCase, _getByteCount, _getCodePointCount, _getGraphemeCount, _getLastMetadata, _getWordCount, _isLuhnAlgo, _isSameValueZero, _isValidObjectKey, _isValueMatch, _joinExpects, _standardSchema, _stringify, any, args, argsAsync, arrayAsync, assert, awaitAsync, base64, bic, bigint, blob, brand, bytes, cache, cacheAsync, checkAsync, checkItems, checkItemsAsync, codePoints, config, creditCard, cuid2, customAsync, date, decimal, deleteGlobalConfig, deleteGlobalMessage, deleteSchemaMessage, deleteSpecificMessage, description, digits, domain, email, emoji, empty, endsWith, entries, entriesFromList, entriesFromObjects, enum, enum_, everyItem, exactOptional, exactOptionalAsync, examples, excludes, fallback, fallbackAsync, file, filterItems, findItem, finite, flatten, flavor, forward, forwardAsync, function, function_, getDefault, getDefaults, getDefaultsAsync, getDescription, getExamples, getFallback, getFallbacks, getFallbacksAsync, getGlobalConfig, getGlobalMessage, getMetadata, getSchemaMessage, getSpecificMessage, getTitle, graphemes, gtValue, guard, hash, hexColor, hexadecimal, imei, includes, instance, intersect, intersectAsync, ip, ipv4, ipv6, is, isOfKind, isOfType, isValiError, isbn, isoDate, isoDateTime, isoDateTimeSecond, isoTime, isoTimeSecond, isoWeek, isrc, jwsCompact, keyof, ksuid, lazy, lazyAsync, length, looseObjectAsync, looseTuple, looseTupleAsync, ltValue, mac, mac48, mac64, map, mapAsync, mapItems, maxBytes, maxCodePoints, maxEntries, maxGraphemes, maxLength, maxSize, maxWords, message, metadata, mimeType, minBytes, minCodePoints, minEntries, minGraphemes, minSize, minWords, multipleOf, nan, nanoid, never, nonEmpty, nonNullable, nonNullableAsync, nonNullish, nonNullishAsync, nonOptional, nonOptionalAsync, normalize, notBytes, notCodePoints, notEntries, notGraphemes, notLength, notSize, notValue, notValues, notWords, null, null_, nullableAsync, nullishAsync, objectAsync, objectWithRest, objectWithRestAsync, octal, omit, optionalAsync, parseAsync, parseBoolean, parser, parserAsync, partial, partialAsync, partialCheck, partialCheckAsync, pick, pipeAsync, promise, rawCheck, rawCheckAsync, rawTransform, rawTransformAsync, readonly, recordAsync, reduceItems, required, requiredAsync, returns, returnsAsync, rfcEmail, safeParseAsync, safeParser, safeParserAsync, set, setAsync, setGlobalConfig, setGlobalMessage, setSchemaMessage, setSpecificMessage, size, slug, someItem, sortItems, startsWith, strictObjectAsync, strictTupleAsync, stringifyJson, summarize, symbol, title, toBigint, toBoolean, toCamelCase, toDate, toKebabCase, toLowerCase, toMaxValue, toMinValue, toNumber, toPascalCase, toSnakeCase, toString, toUpperCase, transformAsync, trim, trimEnd, trimStart, tuple, tupleAsync, tupleWithRest, tupleWithRestAsync, ulid, undefined, undefined_, undefinedable, undefinedableAsync, unionAsync, unwrap, url, uuid, value, values, variant, variantAsync, void, void_, words */
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!valueDataset.typed) dataset.typed = false;
					dataset.value[key] = valueDataset.value;
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1730);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
