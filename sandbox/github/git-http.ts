import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { GitRequestRecord, RefChange } from './api.js';
import { credentials } from './credentials.js';
import type { GitFault } from './faults.js';
import { absent, gitEnvironment } from './git.js';
import { afterPush, refChanges } from './pushes.js';
import { plainPushRules, refusal, rewriteRefusals, workflowRules } from './push-rules.js';
import type { PushRules } from './push-rules.js';
import type { Service } from './service.js';
import type { Actor, Repository } from './state.js';
import { permissionOf } from './views/repository.js';

const pathPattern = /^\/(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.git)?\/(?<rest>info\/refs|git-upload-pack|git-receive-pack)$/u;

/** What the transport asks: which repository, which service, which of its two steps. */
interface GitRequest {
  readonly fullName: string;
  readonly rest: string;
  readonly service: GitRequestRecord['service'];
  readonly step: 'discovery' | 'transfer';
  readonly url: URL;
}

export function parseGitRequest(url: URL): GitRequest | null {
  const { owner, name, rest } = pathPattern.exec(decodeURI(url.pathname))?.groups ?? {};
  if (owner === undefined || name === undefined || rest === undefined) return null;
  const named = rest === 'info/refs' ? url.searchParams.get('service') : rest;
  const service = named === 'git-upload-pack' || named === 'git-receive-pack' ? named : 'unknown';
  return { fullName: `${owner}/${name}`, rest, service, step: rest === 'info/refs' ? 'discovery' : 'transfer', url };
}

interface GitAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** With the right media type: else git would take it for an empty repository of the old protocol. */
function nonsense({ service, step }: GitRequest): GitAnswer {
  const type = `application/x-${service}-${step === 'discovery' ? 'advertisement' : 'result'}`;
  return { status: 200, headers: { 'content-type': type }, body: Buffer.from('<html>this is no git</html>') };
}

/** Answers one request of the smart HTTP protocol and keeps a record of the credentials it came with. */
export async function answerGit(service: Service, request: IncomingMessage, response: ServerResponse, asked: GitRequest, body: Buffer): Promise<void> {
  const found = credentials(service, request);
  const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  const receivePack = asked.rest === 'git-receive-pack';
  const commands = receivePack ? parseCommands(plain) : [];
  for (const hook of service.requestHooks) {
    await hook({
      surface: 'git', method: request.method ?? 'GET', path: asked.url.pathname, query: Object.fromEntries(asked.url.searchParams),
      receivePack, login: found.actor?.login ?? null, body: plain,
    });
  }
  for (const tick of service.ticks) tick();
  const fault = service.faults.takeGit(asked.service, asked.fullName, asked.step, commandOf(plain));
  const answer = await decide(service, request, asked, found, plain, commands, fault);
  service.gitRequests.push({
    method: request.method ?? 'GET', repository: asked.fullName, service: asked.service, path: asked.url.pathname,
    authorization: found.headers, tokens: found.secrets, login: found.actor?.login ?? null, commands, status: answer?.status ?? 0,
  });
  if (answer === null) {
    request.socket.destroy();
    return;
  }
  const sent = fault?.kind === 'rewrite' ? fault.body(answer.body) : answer.body;
  response.writeHead(answer.status, { 'cache-control': 'no-cache', ...answer.headers, ...(fault?.kind === 'cut' ? { 'content-length': String(sent.length) } : {}) });
  if (fault?.kind === 'cut') response.write(sent.subarray(0, Math.floor(sent.length / 2)), () => request.socket.destroy());
  else response.end(sent);
}

/** `command=fetch`, the first packet line of a request of protocol version 2. */
function commandOf(body: Buffer): string | null {
  return /^[0-9a-f]{4}command=(?<command>[a-z-]+)/u.exec(body.subarray(0, 64).toString('latin1'))?.groups?.command ?? null;
}

/** Null: the connection is to be cut. */
async function decide(
  service: Service,
  request: IncomingMessage,
  asked: GitRequest,
  found: ReturnType<typeof credentials>,
  body: Buffer,
  commands: readonly RefChange[],
  fault: GitFault | null,
): Promise<GitAnswer | null> {
  if (fault?.kind === 'drop') return null;
  if (fault?.kind === 'nonsense') return nonsense(asked);
  if (fault?.kind === 'status') return fault.status === 401 ? unauthorized() : text(fault.status, fault.message ?? 'the sandbox was told to fail');
  if (fault?.kind === 'answer') return { status: 200, headers: { 'content-type': fault.type }, body: Buffer.from(fault.body) };
  if (fault?.kind === 'redirect') return { status: fault.status, headers: { location: `${fault.to}${asked.url.pathname}${asked.url.search}` }, body: Buffer.alloc(0) };
  if (found.headers.length > 1) return text(400, 'duplicate header: "Authorization"');
  if (found.problem !== null) return unauthorized();
  const repository = service.state.repositories.get(asked.fullName.toLowerCase());
  const by = found.actor;
  if (by === null && (asked.service === 'git-receive-pack' || repository === undefined || repository.private)) return unauthorized();
  if (repository === undefined || asked.service === 'unknown') return text(404, 'Repository not found.');
  if (asked.service === 'git-upload-pack' || by === null) {
    // Reading waits for pushes under way, or it could see half of their refs.
    return repository.git.exclusive(() => runBackend(service, repository, request, asked, body, plainPushRules));
  }
  if (!mayPush(repository, by)) return text(403, `Permission to ${repository.fullName}.git denied to ${by.login}.`);
  if (asked.step === 'discovery') return repository.git.exclusive(() => runBackend(service, repository, request, asked, body, plainPushRules));
  const applied = await receive(service, repository, by, request, asked, body, commands, fault);
  return fault?.kind === 'apply-then-drop' ? null : applied;
}

function mayPush(repository: Repository, by: Actor): boolean {
  if (by.token?.permissions !== undefined && by.token.permissions.contents !== 'write') return false;
  return ['admin', 'maintain', 'push'].includes(permissionOf(repository, by));
}

async function receive(
  service: Service,
  repository: Repository,
  by: Actor,
  request: IncomingMessage,
  asked: GitRequest,
  body: Buffer,
  commands: readonly RefChange[],
  fault: GitFault | null,
): Promise<GitAnswer> {
  return repository.git.exclusive(async () => {
    const before = await repository.git.refs();
    const rules = fault?.kind === 'refuse' ? refusal(service, fault.message) : await workflowRules(service, repository, by, commands);
    const answer = await runBackend(service, repository, request, asked, body, rules);
    repository.git.refsMoved();
    await afterPush(service, repository, by, refChanges(before, await repository.git.refs()));
    return rules.reason === null ? answer : { ...answer, body: rewriteRefusals(answer.body, rules.reason) };
  });
}

/** One `git http-backend`, a CGI program. */
async function runBackend(service: Service, repository: Repository, request: IncomingMessage, asked: GitRequest, body: Buffer, rules: PushRules): Promise<GitAnswer> {
  const output = await new Promise<Buffer>((resolve, reject) => {
    const child = spawn('git', ['http-backend'], {
      cwd: service.directory,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...gitEnvironment(service.directory),
        ...rules.environment,
        GIT_PROJECT_ROOT: repository.git.directory,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: `/${asked.rest}`,
        QUERY_STRING: asked.url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        CONTENT_LENGTH: String(body.length),
        REMOTE_USER: 'sandbox',
        REMOTE_ADDR: '127.0.0.1',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    // It may answer without reading all of its input, as with a malformed request.
    child.stdin.on('error', () => undefined);
    child.on('close', () => resolve(Buffer.concat(chunks)));
    child.stdin.end(body);
  });
  return parseCgi(output);
}

function parseCgi(output: Buffer): GitAnswer {
  const end = output.indexOf('\r\n\r\n');
  if (end < 0) return text(500, 'git http-backend gave no answer');
  const headers: Record<string, string> = {};
  let status = 200;
  for (const line of output.subarray(0, end).toString().split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'status') status = Number.parseInt(value, 10);
    else headers[name] = value;
  }
  return { status, headers, body: output.subarray(end + 4) };
}

/** The commands at the head of a receive-pack body: packet lines `old new ref` up to a flush packet. */
function parseCommands(body: Buffer): readonly RefChange[] {
  const commands: RefChange[] = [];
  let offset = 0;
  while (offset + 4 <= body.length) {
    const length = Number.parseInt(body.subarray(offset, offset + 4).toString(), 16);
    if (!(length > 4)) break;
    const line = body.subarray(offset + 4, offset + length).toString().split('\0')[0] ?? '';
    const { before, after, ref } = /^(?<before>[0-9a-f]{40}) (?<after>[0-9a-f]{40}) (?<ref>[^]+?)\n?$/u.exec(line)?.groups ?? {};
    if (before !== undefined && after !== undefined && ref !== undefined) commands.push({ ref, before, after });
    offset += length;
  }
  return commands.filter(({ before, after }) => before !== absent || after !== absent);
}

function text(status: number, message: string): GitAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(`${message}\n`) };
}

function unauthorized(): GitAnswer {
  const answer = text(401, 'Invalid username or token. Password authentication is not supported for Git operations.');
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Basic realm="GitHub"' } };
}
