import { describe, expect, test } from '@jest/globals';
import { composeComment } from '../../src/outcomes/messages/compose.js';
import { reasonOf } from '../../src/outcomes/reason.js';
import { messageContext, namedSamples } from './samples.js';

describe('what a person reads', () => {
  test.each(namedSamples())('%s', (_name, outcome) => {
    const { body } = composeComment(outcome, messageContext());
    expect(`${reasonOf(outcome)}\n\n${body}`).toMatchSnapshot();
  });
});
