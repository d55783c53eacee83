import type { CommitInput, SandboxGitHub } from '../github/api.js';
import type { IssueComment, PullRequest, Review } from '../github/state.js';

export interface Push {
  readonly files?: CommitInput['files'];
  readonly message?: string;
  /** Where a branch starts that does not exist yet. */
  readonly from?: string;
}

/** Somebody with a browser and a git of their own. Pull requests and comments are named by number and id. */
export class Person {
  private commits = 0;

  constructor(readonly login: string, private readonly github: SandboxGitHub, private readonly repository: string) {}

  /** One commit on top of a branch; without `files` it changes a file nobody else touches. Answers the commit. */
  async push(branch: string, push: Push = {}): Promise<string> {
    this.commits += 1;
    return this.github.pushCommit(this.login, this.repository, branch, {
      files: push.files ?? { [`work/${this.login}-${this.commits}.txt`]: `${branch} ${this.commits}\n` },
      message: push.message ?? `work ${this.commits} on ${branch}`,
      author: { name: this.login, email: `${this.login}@example.org` },
      ...(push.from === undefined ? {} : { parents: [push.from] }),
    });
  }

  /** Merges one branch into another with git, resolving conflicts with `files`. */
  async merges(from: string, into: string, files?: CommitInput['files']): Promise<string> {
    return this.github.pushMerge(this.login, this.repository, into, from, `Merge ${from} into ${into}`, files);
  }

  async forcePush(branch: string, to: string): Promise<string> {
    return this.github.forcePush(this.login, this.repository, branch, to);
  }

  async createBranch(branch: string, from: string): Promise<string> {
    return this.github.createBranch(this.login, this.repository, branch, from);
  }

  async deleteBranch(branch: string): Promise<void> {
    await this.github.deleteBranch(this.login, this.repository, branch);
  }

  /** With git: the new name pushed and the old one deleted, together. */
  async renameBranch(branch: string, newName: string): Promise<void> {
    await this.github.renameByPush(this.login, this.repository, branch, newName);
  }

  async openPullRequest(head: string, base: string, text: { readonly title?: string; readonly body?: string } = {}): Promise<number> {
    const made: PullRequest = await this.github.openPullRequest(this.login, this.repository, { head, base, title: text.title ?? `Work on ${head}`, body: text.body ?? null });
    return made.number;
  }

  async closes(pullRequest: number): Promise<void> {
    await this.github.closePullRequest(this.login, this.repository, pullRequest);
  }

  async reopens(pullRequest: number): Promise<void> {
    await this.github.reopen(this.login, this.repository, pullRequest);
  }

  async approve(pullRequest: number): Promise<Review> {
    return this.github.review(this.login, this.repository, pullRequest, 'APPROVED');
  }

  async requestChanges(pullRequest: number, body = 'Please change this.'): Promise<Review> {
    return this.github.review(this.login, this.repository, pullRequest, 'CHANGES_REQUESTED', body);
  }

  async dismiss(pullRequest: number, review: number): Promise<Review> {
    return this.github.dismissReview(this.login, this.repository, pullRequest, review);
  }

  comment(pullRequest: number, body: string): IssueComment {
    return this.github.comment(this.login, this.repository, pullRequest, body);
  }

  editComment(comment: number, body: string): IssueComment {
    return this.github.editComment(this.login, this.repository, comment, body);
  }

  deleteComment(comment: number): void {
    this.github.deleteComment(this.login, this.repository, comment);
  }
}
