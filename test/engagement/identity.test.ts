import { digestOf } from '../../src/catalog/digest';
import { engagementId, identityOf, isSentFrom } from '../../src/engagement/identity';
import { emptyEngagement } from '../../src/engagement/project';
import type { Settings } from '../../src/engagement/schema';

const engagement = (settings: Settings, ...models: string[]) => ({
  ...emptyEngagement(
    (models.length > 0 ? models : ['after-sales']).map((id) => ({ id })),
    'en',
  ),
  settings,
});

test('the same client and project are one engagement, however they are written', () => {
  expect(engagementId({ client: ' ACME ', project: 'Service' }, 'a.xlsx')).toBe(
    engagementId({ client: 'acme', project: 'service' }, 'b.xlsx'),
  );
});

test('a vendor alone tells no engagements apart: the file does', () => {
  const vendor = { vendor: 'Bright Path' };
  expect(engagementId(vendor, 'a.xlsx')).not.toBe(engagementId(vendor, 'b.xlsx'));
  expect(engagementId(vendor, 'a.xlsx')).toBe(engagementId(vendor, 'a.xlsx'));
});

test('a template is told by what the figures are collected by', () => {
  const settings = { client: 'ACME', vendor: 'Bright Path', project: 'Service' };
  expect(identityOf(engagement(settings))).toEqual({
    id: engagementId(settings, ''),
    name: 'ACME · Service',
  });
});

const sent = (settings: Settings, ...models: string[]) =>
  identityOf(engagement(settings, ...models));

test.each<[string, Settings, Settings, boolean]>([
  ['the client in other letters', { client: 'ACME' }, { client: 'Acme ' }, true],
  ['full-width letters', { client: 'ＡＣＭＥ' }, { client: 'ACME' }, true],
  ['another client', { client: 'ACME' }, { client: 'Zenith' }, false],
  ['another project', { client: 'A', project: 'P' }, { client: 'A', project: 'Q' }, false],
  ['another vendor', { client: 'A', vendor: 'V' }, { client: 'A', vendor: 'W' }, false],
  ['a client of the project’s name', { client: 'A' }, { project: 'A' }, false],
  ['nobody named', {}, {}, true],
])('is a template of this engagement: %s', (_, then, now, expected) => {
  expect(isSentFrom(engagement(now), sent(then))).toBe(expected);
});

test('without names, other models are another engagement, in whatever order they stand', () => {
  const both = engagement({}, 'key-account', 'after-sales');
  expect(isSentFrom(both, sent({}, 'after-sales', 'key-account'))).toBe(true);
  expect(isSentFrom(both, sent({}, 'after-sales'))).toBe(false);
});

// printf '%s' '["ACME","Service","after-sales"]' | sha256sum, as version 0.1 named an engagement.
const former = { id: 'ddc765eb72802a17', name: 'ACME · Service' };

test.each<[string, Settings, string[], boolean]>([
  ['as it was', { client: 'ACME', project: 'Service' }, ['after-sales'], true],
  ['its vendor given since', { client: 'ACME', project: 'Service', vendor: 'V' }, [], true],
  ['renamed by case only', { client: 'Acme', project: 'SERVICE' }, [], true],
  ['another project', { client: 'ACME', project: 'Sales' }, [], false],
  ['another model', { client: 'ACME', project: 'Service' }, ['key-account'], false],
])('a template that version 0.1 sent is known: %s', (_, now, models, expected) => {
  expect(isSentFrom(engagement(now, ...models), former)).toBe(expected);
});

test('version 0.1 is known by any names', () => {
  // printf '%s' '["A · B","Service","after-sales"]' | sha256sum
  const cut = { id: '5bbca0f3ef27b5f9', name: 'A · B · Service' };
  expect(isSentFrom(engagement({ client: 'a · b', project: 'service' }), cut)).toBe(true);
  const unnamed = { id: '976ba31ea8086a3b', name: 'after-sales + key-account' };
  expect(isSentFrom(engagement({}, 'key-account', 'after-sales'), unnamed)).toBe(true);
  expect(isSentFrom(engagement({}, 'after-sales'), unnamed)).toBe(false);
  const client = { id: digestOf(['ACME', '', 'after-sales']), name: 'ACME' };
  expect(isSentFrom(engagement({ client: 'acme' }), client)).toBe(true);
});
