import { markerLine } from '../../src/conversation/marker.js';
import type { Comment } from '../../src/ports/github.js';

export const someRobot = 'bert-e[bot]';

/** A remark of `ada`. Later ids are later in time. */
export function comment(differences: Partial<Comment> = {}): Comment {
  const id = differences.id ?? 1;
  return {
    id,
    author: 'ada',
    body: 'What a bug.',
    createdAt: new Date(Date.UTC(2026, 4, 20, 10, 0, id)).toISOString(),
    htmlUrl: `https://github.test/acme/ring/pull/7#issuecomment-${id}`,
    ...differences,
  };
}

/** A message of the robot, as its marker tells. */
export function robotComment(code: number, key: string, differences: Partial<Comment> = {}): Comment {
  return comment({ author: someRobot, body: `Something.\n\n${markerLine({ code, key, data: {} })}`, ...differences });
}
