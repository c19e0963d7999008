import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { catalogJsonSchema, overlayJsonSchema } from '../../src/catalog/jsonSchema';
import { mappingJsonSchema } from '../../src/readings';
import { engagementJsonSchema } from '../../src/engagement/jsonSchema';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

let validate: ValidateFunction;
beforeAll(() => {
  const ajv = new Ajv({ strict: true, strictTypes: false });
  addFormats(ajv);
  validate = ajv.compile(readJson(engagementSchema) as object);
});

const engagementSchema = 'schema/engagement.schema.json';

test.each([
  [engagementSchema, engagementJsonSchema],
  ['schema/catalog.schema.json', catalogJsonSchema],
  ['schema/mapping.schema.json', mappingJsonSchema],
  ['schema/overlay.schema.json', overlayJsonSchema],
])('%s is current; `npm run docs` renews it', (file, generate) => {
  expect(readJson(file)).toEqual(JSON.parse(JSON.stringify(generate())));
});

test.each(['after-sales', 'key-account'])('examples/%s.json is valid', (name) => {
  validate(readJson(`examples/${name}.json`));
  expect(validate.errors).toBeNull();
});

test.each([
  ['an unknown part', { asks: {} }],
  ['an unknown field', { ask: { a: { picked: 'yes' } } }],
  ['a list of rows', { ask: [] }],
  ['too long a text', { settings: { client: 'x'.repeat(32_768) } }],
])('%s is not valid', (_, part) => {
  expect(validate({ format: 'appfi-engagement/1', ...part })).toBe(false);
});
