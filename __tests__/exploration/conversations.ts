import type { ActingTrigger } from '../../src/edge/look-at.js';
import type { Comment } from '../../src/ports/github.js';

/** How many events wait at most; GitHub drops waiting runs of a concurrency group too. */
const mostEvents = 25;

/** What GitHub has to report, and the comment it is about, if it is about one that was just written. */
export interface WorldEvent {
  readonly trigger: ActingTrigger;
  readonly comment: number | null;
}

export type WrittenComment = Comment & { readonly pullRequest: number };

/** Time, what people say to each other and the robot, and what GitHub reports of it. */
export class Conversations {
  readonly comments = new Map<number, readonly WrittenComment[]>();
  /** Oldest first. */
  readonly events: WorldEvent[] = [];
  #clock = 0;
  #lastId = 100;

  /** Moves time on by a second; people and the robot act at different times. */
  tick(): number {
    this.#clock += 1;
    return this.#clock;
  }

  get moment(): number {
    return this.#clock;
  }

  get timestamp(): string {
    return new Date(Date.UTC(2026, 0, 1) + this.#clock * 1000).toISOString();
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  comment(pullRequest: number, by: string, body: string): Comment {
    this.tick();
    const id = this.nextId();
    const comment = { id, author: by, body, createdAt: this.timestamp, htmlUrl: `https://github.com/acme/app/pull/${pullRequest}#${id}`, pullRequest };
    this.comments.set(pullRequest, [...this.commentsOn(pullRequest), comment]);
    this.reportOn(pullRequest, id);
    return comment;
  }

  commentsOn(pullRequest: number): readonly WrittenComment[] {
    return this.comments.get(pullRequest) ?? [];
  }

  deleteComment(id: number): void {
    for (const [pullRequest, comments] of this.comments) {
      this.comments.set(pullRequest, comments.filter((comment) => comment.id !== id));
    }
  }

  editComment(id: number, body: string): void {
    for (const [pullRequest, comments] of this.comments) {
      this.comments.set(pullRequest, comments.map((comment) => (comment.id === id ? { ...comment, body } : comment)));
    }
  }

  report(trigger: ActingTrigger, comment: number | null = null): void {
    this.events.push({ trigger, comment });
    this.events.splice(0, Math.max(0, this.events.length - mostEvents));
  }

  reportOn(number: number, comment: number | null = null): void {
    this.report({ kind: 'pull-request', number, why: 'event' }, comment);
  }
}
