import { describe, expect, test } from '@jest/globals';
import { markerLine, readMarker } from '../../src/conversation/marker.js';
import { readAdmission, writeAdmission } from '../../src/outcomes/admission.js';
import type { Admission } from '../../src/outcomes/admission.js';

const head = 'a'.repeat(40);
const admission: Admission = {
  approvals: [
    { login: 'bob', reviewId: 7, commit: head, submittedAt: '2026-11-22T10:00:00Z', onHead: true },
    { login: '--> @all\n::error::', reviewId: 8, commit: null, submittedAt: null, onHead: false },
  ],
  options: [
    { option: 'bypass_build_status', pullRequest: null, setBy: { kind: 'comment', author: 'ada', commentId: 12 } },
    { option: 'after_pull_request', pullRequest: 5, setBy: { kind: 'comment', author: null, commentId: 13 } },
    { option: 'unanimity', pullRequest: null, setBy: { kind: 'settings' } },
  ],
};

describe('why a pull request was let into the queue', () => {
  test('kept in the marker of a message and read again: the same, whatever stands in it', () => {
    const line = markerLine({ code: 125, key: 'k', data: { head, admission: writeAdmission(admission) ?? '' } });
    expect(line.split('-->')).toHaveLength(2);
    expect(readAdmission(readMarker(line)?.data.admission ?? '', head)).toEqual(admission);
  });

  test('too long for a marker: not kept', () => {
    const [approval] = admission.approvals;
    expect(writeAdmission({ ...admission, approvals: Array(200).fill(approval) as Admission['approvals'] })).toBeNull();
  });

  test.each(['', 'nonsense', '{}', '{"approvals":[],"options":[["no_such_option",null,"input",null,0]]}', '{"approvals":[["bob"]],"options":[]}'])(
    'somebody has changed it to %j: nothing is believed of it',
    (text) => expect(readAdmission(text, head)).toBeNull(),
  );
});
