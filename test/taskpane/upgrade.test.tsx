/** @jest-environment ./test/taskpane/environment.ts */
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
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

const open = async (catalog: Catalog) =>
  userEvent.upload(
    await screen.findByLabelText('Open your own catalog (JSON)', { selector: 'input' }),
    new File([JSON.stringify(catalog)], 'model.json'),
  );

async function shown(desk: Desk, catalog: Catalog): Promise<void> {
  render(<Pane run={desk.host.run} lang="en" />);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Look for a newer model version' }),
  );
  await open(catalog);
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

test('an edition that the workbook does not carry is replaced as a whole, where somebody says so', async () => {
  const desk = await laidOut(engagement, { today: '2026-03-01' });
  for (const [row, id] of desk.ids('Provenance').entries())
    if (id.startsWith('carried.')) desk.type('Provenance', row, 'Value', null);
  const before = desk.content();
  render(<Pane run={desk.host.run} lang="en" />);
  await open(second());
  const decide = () => screen.getByRole('checkbox', { name: 'Take the new definition' });
  const isHeld = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;

  await userEvent.click(
    await screen.findByRole('button', { name: 'Look for a newer model version' }),
  );
  await screen.findByText('Version: 1.0.0 → 2.0.0');
  screen.getByText(/does not carry the version it was made from/);
  screen.getByText(/^Terms that rest on what changes: T1/);
  expect(isHeld('Upgrade the workbook')).toBe(true);
  await userEvent.click(decide());
  await waitFor(() => expect(isHeld('Upgrade the workbook')).toBe(false));
  await userEvent.click(screen.getByRole('button', { name: 'Start' }));

  // A refresh asks the same.
  await userEvent.click(await screen.findByRole('button', { name: 'Refresh workbook' }));
  await screen.findByRole('region', { name: 'This is what will happen' });
  screen.getByText('small: 1.0.0 → 2.0.0');
  expect(isHeld('Go ahead')).toBe(true);
  expect(desk.content()).toEqual(before);
  await userEvent.click(decide());
  await userEvent.click(screen.getByRole('button', { name: 'Go ahead' }));
  await waitFor(() => expect(desk.value('Metrics', 's.metric.1', 'Better is')).toBe('lower'));
});
