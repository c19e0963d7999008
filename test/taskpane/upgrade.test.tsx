/** @jest-environment ./test/taskpane/environment.ts */
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Catalog } from '../../src/catalog/schema';
import type { Engagement } from '../../src/engagement/schema';
import { Pane } from '../../src/taskpane/Pane';
import { engagementOf, laidOut, type Desk } from '../support/desk';
import { soundCatalog } from '../cli/run';

jest.setTimeout(300_000);
configure({ asyncUtilTimeout: 60_000 });
afterEach(cleanup);

const engagement = engagementOf({
  pain: { 's.pain.1': { pick: 'yes', comment: 'seen' } },
  metrics: {
    's.metric.1': { use: 'yes', baseline: 1, target: 3 },
    's.metric.2': { use: 'yes', baseline: 1, target: 3 },
  },
  readings: {
    'reading.1': { metric: 's.metric.1', date: '2026-01-31', value: 2 },
    'reading.2': { metric: 's.metric.2', date: '2026-01-31', value: 2 },
  },
  terms: { 'term.1': { code: 'T1', metric: 's.metric.1', weight: 1 } },
} as Partial<Engagement>);

/** 2.0.0: less is better of the metric that is bet on, and pain 1 has become two. */
function second(): Catalog {
  const catalog = structuredClone(soundCatalog());
  catalog.version = '2.0.0';
  catalog.metrics[0]!.direction = 'lower';
  Object.assign(catalog.pains[0]!, { retired: '2.0.0', splitInto: ['s.pain.2', 's.pain.3'] });
  catalog.functions[0]!.calledBy = { 's.pain.2': 3 };
  return catalog;
}

async function shown(desk: Desk, catalog: Catalog): Promise<void> {
  render(<Pane run={desk.host.run} lang="en" />);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Look for a newer model version' }),
  );
  await userEvent.upload(
    await screen.findByLabelText('Open your own catalog (JSON)', { selector: 'input' }),
    new File([JSON.stringify(catalog)], 'model.json'),
  );
}

test('what money rests on is decided item by item, with figures beside it, and written so', async () => {
  const desk = await laidOut(engagement, { today: '2026-03-01' });
  await shown(desk, second());
  await screen.findByText('small: 1.0.0 → 2.0.0');
  screen.getByText('Better is: higher → lower');
  screen.getByText(/T1/);
  screen.getByText(/^Metric 1 · Attainment: 50.*; .* with every redefinition taken$/);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Take the new definition' }));
  await screen.findAllByText('Metric 1 · Attainment: 50% → –');
  expect(screen.getByRole('checkbox', { name: 'Take the new definition' })).toHaveProperty(
    'checked',
    true,
  );
  await userEvent.selectOptions(screen.getByLabelText('Taken over by'), 'Pain 3');
  await userEvent.click(screen.getByRole('button', { name: 'Upgrade the workbook' }));
  await screen.findByText(/^The workbook is upgraded/);
  await screen.findByText('The workbook is up to date with its models.');
  expect(desk.value('Metrics', 's.metric.1', 'Better is')).toBe('lower');
  expect(desk.value('PainPoints', 's.pain.3', 'Pick')).toBe('Yes');
  expect(desk.value('PainPoints', 's.pain.3', 'Comment')).toBe('seen');
  expect(desk.ids('PainPoints')).not.toContain('s.pain.1');
});
