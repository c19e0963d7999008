import { engagementId } from '../../src/engagement/identity';

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
