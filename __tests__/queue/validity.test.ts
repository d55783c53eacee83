import { describe, expect, test } from '@jest/globals';
import { mergePath } from '../../src/gitwaterflow/cascade.js';
import { readQueue } from '../../src/queue/model.js';
import { validateQueue } from '../../src/queue/validity.js';
import { createHistory } from '../builders/history.js';
import type { History } from '../builders/history.js';
import { entryName, standingQueue } from './standing-queue.js';

/** The rules that are broken, each with the branch. */
function problemsOf(history: History): readonly string[] {
  const refs = history.refs();
  return validateQueue(readQueue(refs), history.graph(), mergePath([...refs.branches.keys()])).map(({ rule, branch }) => `${rule} ${branch}`);
}

function damaged(damage: (history: History) => void): readonly string[] {
  const history = standingQueue();
  damage(history);
  return problemsOf(history);
}

describe('coherent', () => {
  test('a standing queue', () => {
    expect(problemsOf(standingQueue())).toEqual([]);
  });

  test('no queue at all', () => {
    const history = createHistory();
    history.commit('root');
    history.branch('development/5.1', 'root');
    expect(problemsOf(history)).toEqual([]);
  });

  test('empty queues where the last merge left them, and none on a later version', () => {
    const history = createHistory();
    history.commit('root');
    for (const branch of ['development/5.1', 'development/10.0', 'q/5.1']) history.branch(branch, 'root');
    expect(problemsOf(history)).toEqual([]);
  });

  test('foreign branches under q/', () => {
    expect(damaged((history) => history.branch('q/experiment', 'root'))).toEqual([]);
  });

  test('a destination was rewound: the queue still holds everything it has', () => {
    expect(damaged((history) => history.branch('development/10.0', 'd5.1'))).toEqual([]);
  });
});

describe('one version', () => {
  test('q/<version> is deleted: Q001', () => {
    expect(damaged((history) => history.deleteBranch('q/5.1'))).toEqual(['Q001 q/5.1']);
    expect(damaged((history) => history.deleteBranch('q/4.2.7.1'))).toEqual(['Q001 q/4.2.7.1']);
  });

  test('somebody pushed to the destination: Q002, and Q007 on the oldest entry', () => {
    expect(damaged((history) => history.push('development/10.0', 'direct'))).toEqual(['Q002 q/10.0', `Q007 ${entryName(1, '10.0')}`]);
  });

  test('the destination is deleted: Q002, and Q007 on the oldest entry', () => {
    expect(damaged((history) => history.deleteBranch('development/5.1'))).toEqual(['Q002 q/5.1', `Q007 ${entryName(1, '5.1')}`]);
    expect(damaged((history) => history.deleteBranch('hotfix/4.2.7'))).toEqual(['Q002 q/4.2.7.1', `Q007 ${entryName(7, '4.2.7.1')}`]);
  });

  test('the only entry is deleted: Q003', () => {
    expect(damaged((history) => history.deleteBranch(entryName(7, '4.2.7.1')))).toEqual(['Q003 q/4.2.7.1']);
  });

  test('an empty queue was pushed to: Q003', () => {
    const history = createHistory();
    history.commit('root');
    history.branch('development/5.1', 'root');
    history.branch('q/5.1', 'root');
    history.push('q/5.1', 'stray');
    expect(problemsOf(history)).toEqual(['Q003 q/5.1']);
  });

  test('an empty queue was left behind by its destination: Q002 and Q003', () => {
    const history = createHistory();
    history.commit('root');
    history.branch('development/5.1', 'root');
    history.branch('q/5.1', 'root');
    history.push('development/5.1', 'direct');
    expect(problemsOf(history)).toEqual(['Q002 q/5.1', 'Q003 q/5.1']);
  });

  test('q/<version> was rewound: Q004', () => {
    expect(damaged((history) => history.branch('q/10.0', '2@10.0'))).toEqual(['Q004 q/10.0']);
  });

  test('somebody pushed on top of q/<version>: Q005', () => {
    expect(damaged((history) => history.push('q/10.0', 'stray'))).toEqual(['Q005 q/10.0']);
  });

  test('the newest entry of a version is deleted: Q005', () => {
    expect(damaged((history) => history.deleteBranch(entryName(3, '5.1')))).toEqual(['Q005 q/5.1']);
  });

  test('q/<version> was overwritten: Q006', () => {
    expect(
      damaged((history) => {
        history.commit('other', ['1@5.1']);
        history.branch('q/5.1', 'other');
      }),
    ).toEqual(['Q006 q/5.1']);
  });

  test('an entry in the middle was overwritten: Q007', () => {
    expect(damaged((history) => history.push(entryName(2, '10.0'), 'stray'))).toEqual([`Q007 ${entryName(3, '10.0')}`]);
  });

  test('a pull request is on one version twice, from two sources: Q008', () => {
    const problems = damaged((history) => {
      history.push('q/4.2.7.1', 'again');
      history.branch('q/w/7/4.2.7.1/bugfix/renamed', 'again');
    });
    expect(problems).toEqual([`Q008 ${entryName(7, '4.2.7.1')}`]);
  });
});

describe('along the merge path', () => {
  test('a later version has lost its queue and its entries: Q001', () => {
    const problems = damaged((history) => {
      for (const branch of ['q/10.0', entryName(1, '10.0'), entryName(2, '10.0'), entryName(3, '10.0')]) history.deleteBranch(branch);
    });
    expect(problems).toEqual(['Q001 q/10.0']);
  });

  test('a version branch appeared in the middle: Q001 for it alone', () => {
    expect(damaged((history) => history.branch('development/6.0', 'd5.1'))).toEqual(['Q001 q/6.0']);
  });

  test('a version branch appeared at the end: Q001', () => {
    expect(damaged((history) => history.branch('development/11.0', 'd10.0'))).toEqual(['Q001 q/11.0']);
  });

  test('a version branch appeared before everything that is queued: nothing is asked of it', () => {
    expect(damaged((history) => history.branch('development/4.0', 'root'))).toEqual([]);
  });

  test('the version in between has an empty queue: every pull request of the versions before is missing there', () => {
    const problems = damaged((history) => {
      history.branch('development/6.0', 'd5.1');
      history.branch('q/6.0', 'd5.1');
    });
    expect(problems).toEqual([`Q007 ${entryName(1, '5.1')}`, `Q007 ${entryName(3, '5.1')}`, 'Q008 q/6.0']);
  });

  test('an entry is deleted on a later version: Q007 and Q008', () => {
    expect(damaged((history) => history.deleteBranch(entryName(1, '10.0')))).toEqual([`Q007 ${entryName(1, '5.1')}`, 'Q008 q/10.0']);
  });

  test('an entry does not contain the one of the version before: Q007', () => {
    const problems = damaged((history) => {
      history.commit('1@10.0 anew', ['d10.0', 's1']);
      history.commit('2@10.0 anew', ['1@10.0 anew', 's2']);
      history.commit('3@10.0 anew', ['2@10.0 anew', '3@5.1']);
      history.branch(entryName(1, '10.0'), '1@10.0 anew');
      history.branch(entryName(2, '10.0'), '2@10.0 anew');
      history.branch(entryName(3, '10.0'), '3@10.0 anew');
      history.branch('q/10.0', '3@10.0 anew');
    });
    expect(problems).toEqual([`Q007 ${entryName(1, '10.0')}`]);
  });

  test('another order on the later version: Q008', () => {
    const problems = damaged((history) => {
      history.commit('3@10.0 first', ['d10.0', '3@5.1']);
      history.commit('2@10.0 second', ['3@10.0 first', 's2']);
      history.commit('1@10.0 third', ['2@10.0 second', '1@5.1']);
      history.branch(entryName(3, '10.0'), '3@10.0 first');
      history.branch(entryName(2, '10.0'), '2@10.0 second');
      history.branch(entryName(1, '10.0'), '1@10.0 third');
      history.branch('q/10.0', '1@10.0 third');
    });
    expect(problems).toEqual(['Q008 q/10.0']);
  });
});

test('details name what contradicts what', () => {
  const history = standingQueue();
  history.branch('q/10.0', '2@10.0');
  const refs = history.refs();
  expect(validateQueue(readQueue(refs), history.graph(), mergePath([...refs.branches.keys()]))).toEqual([
    { rule: 'Q004', branch: 'q/10.0', detail: `${entryName(3, '10.0')} is ahead of q/10.0` },
  ]);
});
