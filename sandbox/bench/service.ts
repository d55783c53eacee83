import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { answerOf } from './answers.js';
import type { ServiceState } from './state.js';
import { gitEnvironment } from './git.js';

/** What was asked of the service since `forget()`. */
export interface Traffic {
  /** `GET /repos/acme/product/pulls/12`, as asked. */
  readonly requests: string[];
  /** Of the lists of refs. */
  bytesListed: number;
  /** Of the packs with objects. */
  bytesFetched: number;
  bytesPushed: number;
  /** Of `performance.now()`, when the first request came. */
  firstRequest: number | null;
  /** Of `performance.now()`, when the last push began. */
  pushBegan: number | null;
  /** Of `performance.now()`, when the last push was answered. */
  lastPush: number | null;
}

/**
 * The least that the action needs of a GitHub, and nothing that takes time: answers out of memory, and `git http-backend`
 * on a bare repository. The sandbox would do more per push than the action itself.
 */
export class BenchService {
  readonly traffic: Traffic = { requests: [], bytesListed: 0, bytesFetched: 0, bytesPushed: 0, firstRequest: null, pushBegan: null, lastPush: null };
  state: ServiceState;
  /** Path of the bare repository that is served. */
  repository = '';
  /** Called when a push was answered. */
  onPush: () => void = () => undefined;
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch((error: unknown) => {
      console.error('the service of the benchmark failed', error);
      response.destroy();
    });
  });

  private constructor(state: ServiceState, private readonly latency: number) {
    this.state = state;
  }

  static async start(state: ServiceState, latency: number): Promise<BenchService> {
    const service = new BenchService(state, latency);
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  forget(): void {
    Object.assign(this.traffic, { bytesListed: 0, bytesFetched: 0, bytesPushed: 0, firstRequest: null, pushBegan: null, lastPush: null });
    this.traffic.requests.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.traffic.firstRequest ??= performance.now();
    const url = new URL(request.url ?? '/', this.url);
    if (!url.pathname.startsWith('/api/')) {
      await this.serveGit(request, response, url);
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = url.pathname.slice('/api'.length);
    this.traffic.requests.push(`${request.method ?? 'GET'} ${path}`);
    if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
    const body = chunks.length === 0 ? null : (JSON.parse(Buffer.concat(chunks).toString()) as unknown);
    const { status, data, link } = answerOf(this.state, { method: request.method ?? 'GET', path, query: url.searchParams, body, url: `${this.url}/api` });
    const text = data === null ? '' : JSON.stringify(data);
    const etag = `"${createHash('sha1').update(text).digest('hex')}"`;
    const headers = { 'content-type': 'application/json; charset=utf-8', etag, ...(link === null ? {} : { link }) };
    if (status === 200 && request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
    else response.writeHead(status, headers).end(text);
  }

  private async serveGit(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const rest = url.pathname.replace(/^\/[^/]+\/[^/]+\//u, '');
    if (url.searchParams.get('service') === 'git-receive-pack') this.traffic.pushBegan = performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks);
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
    const fetches = rest === 'git-upload-pack' && plain.includes('command=fetch');
    if (rest === 'git-receive-pack') this.traffic.bytesPushed += sent.length;
    const child = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...gitEnvironment(), GIT_PROJECT_ROOT: this.repository, GIT_HTTP_EXPORT_ALL: '1', PATH_INFO: `/${rest}`, QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET', CONTENT_TYPE: request.headers['content-type'] ?? '', REMOTE_USER: 'bench', REMOTE_ADDR: '127.0.0.1',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(plain);
    let head: Buffer | null = Buffer.alloc(0);
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      let body = chunk;
      if (head !== null) {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) continue;
        const lines = head.subarray(0, end).toString().split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
        const status = Number.parseInt(lines.find(([name]) => name === 'status')?.[1] ?? '200', 10);
        response.writeHead(status, Object.fromEntries(lines.filter(([name]) => name !== 'status')));
        body = head.subarray(end + 4);
        head = null;
      }
      if (fetches) this.traffic.bytesFetched += body.length;
      else if (rest !== 'git-receive-pack') this.traffic.bytesListed += body.length;
      response.write(body);
    }
    response.end();
    if (rest === 'git-receive-pack') {
      this.traffic.lastPush = performance.now();
      this.onPush();
    }
  }
}
