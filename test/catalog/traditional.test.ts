import { readFileSync, readdirSync } from 'node:fs';
import { builtinModels, loadBuiltin } from '../../src/catalog/models';
import type { Text } from '../../src/catalog/schema';
import { textOf } from '../../src/catalog/text';
import { deriveText, traditionalConverter, withTraditional } from '../../src/catalog/traditional';
import { exampleWith, find } from './example';

test('Taiwan’s words, not only its characters', async () => {
  const convert = await traditionalConverter();
  expect(convert('用户信息的数据质量与全渠道数字化项目')).toBe(
    '用戶資訊的資料品質與全通路數位化專案',
  );
});

test('zh-TW is derived where it is absent and kept where it is written', async () => {
  const convert = await traditionalConverter();
  const text = { 'zh-CN': '备件', en: 'Parts' };
  expect(deriveText(text, convert)).toEqual({ ...text, 'zh-TW': '備品' });
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

test.each([
  ['投标岗核对招标文件', '投標人員核對招標文件'],
  ['谁是支持者、谁支持谁，技术支持另计', '誰是支持者、誰支持誰，技術支援另計'],
  ['签约后在标签上签认，台账入账', '簽約後在標籤上簽認，台帳入帳'],
  ['设备先视频诊断，安装视频随附', '設備先視訊診斷，安裝影片隨附'],
  ['调度员按程序循环盘点', '調度員按程序循環盤點'],
  ['检测程序和故障代码', '檢測程序和故障代碼'],
  ['网点上门保修，投诉后复盘备件', '服務據點到府保固，客訴後檢討備品'],
  ['过保、在保、延保，正在保存', '過保固、保固期內、延長保固，正在儲存'],
  ['在保养前、跳过保养', '在保養前、跳過保養'],
  ['“备注”列和每一行，逐行填写', '「備註」欄和每一列，逐列填寫'],
  ['同一行业按行为执行', '同一產業按行為執行'],
  ['专家审核发布，独立稽核抽样', '專家審核發布，獨立稽核抽樣'],
  ['由终端记录并记录，服务记录与会议纪要不记录', '由終端記錄並記錄，服務紀錄與會議紀錄不記錄'],
  ['酒店复购增长，采购经办未在场', '飯店回購成長，採購承辦未在場'],
  ['那家伙伴高几个点', '那家夥伴高幾個點'],
  ['重点用户名单，按序列号核对付款流水', '重點用戶名單，按序號核對付款明細'],
  ['防止换个算法；四个季度内遏制加急', '防止換個算法；四季內圍堵急件'],
])('what the converter does not know: %s', async (simplified, taiwan) => {
  expect((await traditionalConverter())(simplified)).toBe(taiwan);
});

/** Slips of the converter, and words of the mainland's trade. */
const wrong =
  /招標檔案|驗收檔案|支援者|支援度|裝置|影片診斷|排程員|迴圈|檢測程式|程式碼|臺|賬|(?<!標)籤|保修|延保|上門|網點|備件|投訴|復盤|腦圖|硬盤|合同|酒店|復購|傢伙伴|高几|真支援|保固養|保固期內養|多半隻|大多隻|線上索|天后|直髮|物件|貴司|盈虧平衡|用戶名稱單|序列號|資質|加急|監管|硬扛|規程|考勤|遏制|在冊|操作工|盈利|個季度|[格本約]里|灰度|流水(?!號)/gu;

test('no text that is derived has them', async () => {
  const derived: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('zh-CN' in value) derived.push((value as Text)['zh-TW'] ?? '');
    else Object.values(value).forEach(collect);
  };
  for (const { id } of builtinModels) collect(await withTraditional(await loadBuiltin(id)));
  const messages = 'src/messages/zh-TW';
  for (const name of readdirSync(messages))
    derived.push(...readFileSync(`${messages}/${name}`, 'utf8').split('\n'));
  expect(derived.length).toBeGreaterThan(5000);
  expect(
    derived.flatMap((text) => (text.match(wrong) ?? []).map((word) => `${word}: ${text}`)),
  ).toEqual([]);
});
