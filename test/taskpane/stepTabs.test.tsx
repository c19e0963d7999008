/** @jest-environment ./test/taskpane/environment.ts */
import { render, screen } from '@testing-library/react';
import { StepTabs } from '../../src/taskpane/views/steps/StepTabs';
import { LangContext } from '../../src/taskpane/words/say';

test('a name too long for its tab breaks between its words, and nowhere else', () => {
  const picked = { ask: 1, plan: 2, pain: 3, function: 4, innovation: 5 };
  render(
    <LangContext value="en">
      <StepTabs step="ask" picked={picked} onStep={() => undefined} />
    </LangContext>,
  );
  const parts = screen
    .getAllByRole('tab')
    .map((tab) => tab.children[1]?.innerHTML.replaceAll('<wbr>', '|'));
  expect(parts).toEqual(['Ask', 'Plan', 'Pain|Points', 'Functions', 'Innovate']);
});
