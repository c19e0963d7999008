import { textOf } from '../../src/catalog/text';
import { deriveText, traditionalConverter, withTraditional } from '../../src/catalog/traditional';
import { exampleWith, find } from './example';

test('Taiwan’s words, not only its characters', async () => {
  const convert = await traditionalConverter();
  expect(convert('用户信息的数据质量与全渠道数字化项目')).toBe(
    '使用者資訊的資料品質與全通路數位化專案',
  );
});

test('zh-TW is derived where it is absent and kept where it is written', async () => {
  const convert = await traditionalConverter();
  const text = { 'zh-CN': '备件', en: 'Parts' };
  expect(deriveText(text, convert)).toEqual({ ...text, 'zh-TW': '備件' });
  expect(deriveText({ ...text, 'zh-TW': '零件' }, convert)).toEqual({ ...text, 'zh-TW': '零件' });
});

test('a catalog gets zh-TW in every text and keeps all else', async () => {
  const catalog = exampleWith((json) => {
    find(json.drivers, 'drv').name = { 'zh-CN': '毛利', en: 'Margin', 'zh-TW': '毛利額' };
  });
  const traditional = await withTraditional(catalog);
  expect(traditional.asks[0]?.text['zh-TW']).toBe('把老客戶的採購份額搶回來');
  expect(traditional.pains[0]?.symptom['zh-TW']).toBe('九十天無活動');
  expect(traditional.drivers[0]?.name['zh-TW']).toBe('毛利額');
  const derived = JSON.stringify(traditional);
  expect(derived.match(/"zh-TW"/g)).toHaveLength(derived.match(/"zh-CN"/g)?.length ?? 0);
  expect(JSON.parse(derived.replace(/,"zh-TW":"[^"]*"/g, ''))).toEqual(
    JSON.parse(JSON.stringify(catalog).replace(/,"zh-TW":"[^"]*"/g, '')),
  );
});

test('a text is read in each language, zh-TW from zh-CN until it is derived', () => {
  const text = { 'zh-CN': '备件', en: 'Parts' };
  expect([textOf(text, 'zh-CN'), textOf(text, 'en'), textOf(text, 'zh-TW')]).toEqual([
    '备件',
    'Parts',
    '备件',
  ]);
  expect(textOf({ ...text, 'zh-TW': '備件' }, 'zh-TW')).toBe('備件');
});
