import { described, Small, type Parts } from './small';

/** What of a small workbook is in another language after it was laid out in that. */

const yes = (parts: Parts) => {
  const [rule] = parts.pains.highlights!;
  const node = rule!.when.node as { right: { value: string } };
  node.right.value = '是';
};
const chinese = (change: (parts: Parts) => void = () => undefined) =>
  described((parts) => {
    const { spec, main, facts, pains, progress, chart, picks } = parts;
    spec.lang = 'zh-CN';
    main.name = '主表';
    pains.columns[3]!.prompt = '请选择';
    facts.fields[0]!.label = '客户';
    spec.lists[0]!.entries[0]!.label = '是';
    picks.rows[0]!.cells.entry = '是';
    chart.title = '进度';
    progress.columns[2]!.header = '完成';
    yes(parts);
    change(parts);
  });

const again = async (
  before: (small: Small) => void | Promise<void> = () => undefined,
  spec = chinese(),
) => {
  const small = await Small.of();
  await before(small);
  await small.again(spec);
  return small;
};
const names = ({ host }: Small) => host.book.sheets.map(({ name }) => name);
const prompts = (small: Small, sheet: string) =>
  small.sheet(sheet).validations.flatMap(({ prompt }) => (prompt?.message ? prompt.message : []));
const rules = (small: Small, sheet: string) =>
  small
    .sheet(sheet)
    .conditionalFormats.map(({ rule }) => (rule.type === 'custom' ? rule.formula : ''))
    .join();
const chart = (small: Small) => {
  const [found] = small.sheet('Other').charts;
  return [found?.title, ...(found?.series.map(({ name }) => name) ?? [])];
};

test('sheets, prompts, highlights and charts say it in the new language', async () => {
  const small = await again();
  expect(names(small)).toEqual(['主表', 'Other', 'Lists', 'Provenance']);
  expect(prompts(small, '主表')).toContain('请选择');
  expect(prompts(small, '主表')).not.toContain('Pick one');
  expect(rules(small, '主表')).toContain('"是"');
  expect(rules(small, '主表')).not.toContain('"Yes"');
  expect(chart(small)).toEqual(['进度', '完成']);
  expect(small.rows('PainPoints')).toHaveLength(6);
});

test('in the same language all of it stays as it is', async () => {
  const small = await again(
    undefined,
    chinese(({ spec }) => {
      spec.lang = 'en';
    }),
  );
  expect(names(small)[0]).toBe('Main');
  expect(prompts(small, 'Main')).toContain('Pick one');
  expect(chart(small)).toEqual(['How far', 'Done']);
});

test('a sheet that somebody has renamed keeps its name, as does one whose new name is taken', async () => {
  const rename = (from: string, to: string) => (small: Small) =>
    small.act(({ workbook }) => {
      workbook.worksheets.getItem(from).name = to;
    });
  expect(names(await again(rename('Main', 'Mine')))[0]).toBe('Mine');
  const taken = await again((small) =>
    small.act(({ workbook }) => void workbook.worksheets.add('主表')),
  );
  expect(names(taken)[0]).toBe('Main');
});

test('cells to which somebody has given rules of their own keep them', async () => {
  const small = await again(async (one) => {
    const { sheet, address } = one.at('Main', 'p2', 0, 3);
    await one.act(({ workbook }) => {
      workbook.worksheets.getItem(sheet).getRange(address).dataValidation.rule = {
        wholeNumber: { formula1: 1, operator: 'EqualTo' },
      } as Excel.DataValidationRule;
    });
  });
  expect(prompts(small, '主表')).toContain('Pick one');
});

test('rows that have come to hold another unit are shown in it, others as they were', async () => {
  const rated = (kind: 'percent' | 'number') =>
    described(({ progress }) => {
      progress.rows[1]!.kinds = { done: kind };
    });
  const small = await Small.of();
  const again = async (...specs: Parameters<Small['again']>) => {
    small.host.resetCounters();
    await small.again(...specs);
    const { cells } = small.sheet('Other');
    const formats = [1, 2].map((row) => cells[row]?.[2]?.style?.numberFormat);
    return [...formats, small.host.counters.syncs];
  };
  const [number] = await again(described());
  expect(await again(rated('percent'))).toEqual([number, '0%', 6]);
  // As it is already: nothing is written.
  expect(await again(rated('percent'), rated('percent'))).toEqual([number, '0%', 4]);
  expect(await again(rated('number'), rated('percent'))).toEqual([number, number, 6]);
});

test('where no chart stands none is asked for', async () => {
  const requests = async (isDrawn: boolean) => {
    const bare = (parts: Parts) => {
      if (!isDrawn) parts.other.blocks = parts.other.blocks.filter(({ kind }) => kind !== 'chart');
    };
    const small = await Small.of(described(bare));
    small.host.resetCounters();
    await small.again(chinese(bare), described(bare));
    return small.host.counters.syncs;
  };
  expect(await requests(true)).toBe(1 + (await requests(false)));
});

test('what is gone is left out', async () => {
  const small = await again((one) =>
    one.act(({ workbook }) => {
      workbook.tables.getItem('PainPoints').delete();
      workbook.names.getItem('Engagement.Client').delete();
      workbook.worksheets.getItem('Other').charts.getItem('other.chart').delete();
    }),
  );
  expect(names(small)[0]).toBe('主表');
});
