import { tablesIn } from '../../src/deliver/papers/samples';

test('a request names tables with their fields', () => {
  expect(
    tablesIn('近两年丢单复盘中提到人脉的条目；首次会面记录（引荐人、客户、日期、结果）。'),
  ).toEqual([
    {
      name: '首次会面记录',
      columns: ['引荐人', '客户', '日期', '结果'],
      example: ['…', '…', '2026-03-31', '…'],
    },
  ]);
  expect(
    tablesIn('Sales lines (group, amount, margin); the estimate (figure, date); a list of tests.'),
  ).toMatchObject([
    { name: 'Sales lines', example: ['…', '128,000', '128,000'] },
    { name: 'The estimate', columns: ['figure', 'date'] },
  ]);
});

test('what names no fields is no table', () => {
  expect(tablesIn('丢单原因统计（近12个月）；检测项目清单。')).toEqual([]);
});
